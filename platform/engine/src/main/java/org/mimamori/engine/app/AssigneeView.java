package org.mimamori.engine.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.SystemValue;
import org.mimamori.engine.text.LocalText;
import tools.jackson.databind.JsonNode;

/**
 * The view an app has while its process is on, as kintone adds it: the records whose assignee the reader is. A
 * definition may say where it stands, what it is called and shows; the condition is the view itself and given.
 */
final class AssigneeView {

    /** Property of a view in a definition that says it is this one. */
    static final String PROPERTY = "builtinType";

    private static final Map<String, String> NAMES =
            Map.of("ja", "(作業者が自分)", "en", "(Assigned to me)", "zh", "(执行者是我)");

    /** Behind all others, where nothing says otherwise. */
    private static final int LAST = Integer.MAX_VALUE;

    private final References references;
    private final Translations translations;

    AssigneeView(References references, Translations translations) {
        this.references = references;
        this.translations = translations;
    }

    static boolean is(JsonNode view) {
        return Json.text(view, PROPERTY).equals(View.Builtin.ASSIGNEE.name());
    }

    /** Whether a builder's view would be taken for this one. */
    static boolean isNamed(String name) {
        return NAMES.containsValue(name);
    }

    /**
     * The view as nobody has changed it, with the columns of the first list.
     *
     * @param language of the definition
     */
    View unchanged(String language, List<View> others) {
        String base = NAMES.getOrDefault(language, NAMES.getOrDefault("en", ""));
        List<FieldCode> columns = others.stream()
                .filter(view -> view.type() == View.Type.LIST && !view.fields().isEmpty())
                .map(View::fields)
                .findFirst()
                .orElseGet(() -> Stream.of(SystemValue.RECORD_NUMBER, SystemValue.STATUS, SystemValue.UPDATED_TIME)
                        .map(this::code)
                        .toList());
        return view(new LocalText(base, NAMES), LAST, "", columns);
    }

    /** The view as a definition changes it. */
    View changed(String name, JsonNode json, String sort, List<FieldCode> columns, Place place) {
        String given = Json.text(json, "filterCond");
        if (!Json.text(json, "type").equals(View.Type.LIST.name())) {
            references.findings().add(place.at("type"), "view.builtinFixed", name);
        }
        if (!given.isEmpty() && !given.equals(condition())) {
            references.findings().add(place.at("filterCond"), "view.builtinFixed", name);
        }
        Map<String, String> names = new HashMap<>(isNamed(name) ? NAMES : Map.of());
        names.putAll(translations.view(name).translations());
        return view(new LocalText(name, names), Json.whole(json, "index", LAST), sort, columns);
    }

    private View view(LocalText name, int index, String sort, List<FieldCode> columns) {
        return new View(
                0,
                index,
                name,
                View.Type.LIST,
                condition(),
                sort,
                columns,
                null,
                null,
                "",
                true,
                View.Device.ANY,
                View.Builtin.ASSIGNEE);
    }

    private String condition() {
        return code(SystemValue.STATUS_ASSIGNEE).text() + " in (LOGINUSER())";
    }

    private FieldCode code(SystemValue value) {
        return references.form().fields().system(value).code();
    }
}
