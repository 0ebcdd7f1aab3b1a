package org.mimamori.engine.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Shape;
import org.mimamori.engine.field.SystemValue;
import tools.jackson.databind.JsonNode;

/** Reads the views of a definition: kintone's views JSON, by name. Numbers are given later. */
final class ViewsReader {

    private static final Place PLACE = Place.ROOT.at("views");

    private static final Set<Shape> DAYS = Set.of(Shape.DATE, Shape.MOMENT);

    private final References references;
    private final Translations translations;
    private final AssigneeView assignees;

    ViewsReader(References references, Translations translations) {
        this.references = references;
        this.translations = translations;
        this.assignees = new AssigneeView(references, translations);
    }

    /**
     * The views by index, which from then on runs from 0 without gaps.
     *
     * @param language of the definition
     */
    List<View> read(JsonNode views, String language) {
        List<View> read = new ArrayList<>();
        Set<Integer> indexes = new HashSet<>();
        for (Map.Entry<String, JsonNode> entry : views.properties()) {
            Place place = PLACE.at(entry.getKey());
            checkName(entry.getKey(), entry.getValue(), place);
            // Without a process a view of what is mine to do is kept in the definition and shown to nobody.
            if (hasProcess() || !AssigneeView.is(entry.getValue())) {
                View view = view(entry.getKey(), entry.getValue(), place, read.size());
                if (!indexes.add(view.index())) {
                    references.findings().add(place.at("index"), "view.indexTwice", view.index());
                }
                read.add(view);
            }
        }
        addBuiltin(read, language);
        return numbered(
                read.stream().sorted(Comparator.comparingInt(View::index)).toList());
    }

    private void addBuiltin(List<View> read, String language) {
        List<View> builtin =
                read.stream().filter(view -> view.builtin() != null).toList();
        if (builtin.size() > 1) {
            String name = builtin.getLast().name().base();
            references.findings().add(PLACE.at(name).at(AssigneeView.PROPERTY), "view.builtinTwice", name);
        }
        if (builtin.isEmpty() && hasProcess()) {
            read.add(assignees.unchanged(language, read));
        }
    }

    private boolean hasProcess() {
        return references.form().fields().system(SystemValue.STATUS_ASSIGNEE).enabled();
    }

    private void checkName(String name, JsonNode view, Place place) {
        String given = Json.text(view, "name", name);
        if (!given.equals(name)) {
            references.findings().add(place.at("name"), "view.nameMismatch", name, given);
        }
        if (hasProcess() && AssigneeView.isNamed(name) && !AssigneeView.is(view)) {
            references.findings().add(place, "view.builtinName", name);
        }
    }

    private View view(String name, JsonNode view, Place place, int position) {
        if (AssigneeView.is(view)) {
            String sort = references.order(view, "sort", place);
            return assignees.changed(name, view, sort, columns(view, place), place);
        }
        FieldCode date = Json.code(view, "date");
        checkDate(date, place);
        FieldCode title = Json.code(view, "title");
        if (title != null) {
            references.topField(title, place.at("title"));
        }
        return new View(
                0,
                Json.whole(view, "index", position),
                translations.view(name),
                Json.choice(view, "type", View.Type.LIST),
                references.condition(view, "filterCond", place),
                references.order(view, "sort", place),
                columns(view, place),
                date,
                title,
                Json.text(view, "html"),
                Json.flag(view, "pager", true),
                Json.choice(view, "device", View.Device.ANY),
                null);
    }

    private List<FieldCode> columns(JsonNode view, Place place) {
        List<FieldCode> codes = Json.codes(view, "fields");
        for (int i = 0; i < codes.size(); i++) {
            Place at = place.at("fields").at(i);
            if (references
                    .topField(codes.get(i), at)
                    .map(Field::shape)
                    .filter(Shape.NONE::equals)
                    .isPresent()) {
                references.findings().add(at, "view.noColumn", codes.get(i).text());
            }
        }
        return codes;
    }

    private void checkDate(@Nullable FieldCode date, Place place) {
        if (date != null
                && references
                        .topField(date, place.at("date"))
                        .filter(field -> !DAYS.contains(field.shape()))
                        .isPresent()) {
            references.findings().add(place.at("date"), "view.noDate", date.text());
        }
    }

    private static List<View> numbered(List<View> sorted) {
        List<View> views = new ArrayList<>();
        for (View view : sorted) {
            views.add(view.withIndex(views.size()));
        }
        return views;
    }
}
