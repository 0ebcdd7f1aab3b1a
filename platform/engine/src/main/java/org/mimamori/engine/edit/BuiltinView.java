package org.mimamori.engine.edit;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.DefinitionEdit;
import org.mimamori.engine.app.View;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.query.Condition;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The view of the records whose assignee one is, in an edit of views. It cannot be deleted; its name, place, order and
 * columns may be changed, and are kept in the definition from then on, also while the process is off.
 */
final class BuiltinView {

    private static final String PROPERTY = "builtinType";
    private static final String FILTER = "filterCond";

    private final DefinitionEdit edit;
    private final @Nullable View view;

    BuiltinView(DefinitionEdit edit) {
        this.edit = edit;
        this.view = edit.before().views().stream()
                .filter(one -> one.builtin() != null)
                .findFirst()
                .orElse(null);
    }

    /** The views of the definition and this one, which need not stand there. */
    ObjectNode amongst(ObjectNode views) {
        ObjectNode all = views.deepCopy();
        if (view != null && !all.has(view.name().base())) {
            ObjectNode own = marked(all.putObject(view.name().base()));
            own.put("type", view.type().name());
            view.fields().stream().map(FieldCode::text).forEach(own.withArrayProperty("fields")::add);
        }
        return all;
    }

    /** The name a view has that was sent; this one may be named in any language, or by what it is. */
    String key(String key, ObjectNode given) {
        return view != null && (isNamed(key) || given.hasNonNull(PROPERTY))
                ? view.name().base()
                : key;
    }

    /** The name a view is to have; its own in another language is no new one. */
    String name(String key, String name) {
        return is(key) && isNamed(name) ? key : name;
    }

    boolean is(String key) {
        return view != null && view.name().base().equals(key);
    }

    private boolean isNamed(String name) {
        return view != null
                && (view.name().base().equals(name)
                        || view.name().translations().containsValue(name));
    }

    /** Refuses another kind of view and another condition. */
    void requireGiven(String key, ObjectNode given) {
        if (!given.path("type").asString("").equals(View.Type.LIST.name())) {
            throw Refused.at(edit, Place.at("/views", key) + "/type", "view.builtinFixed", key);
        }
        String condition = given.path(FILTER).asString("");
        String own = view == null ? "" : view.filterCond();
        if (!condition.isBlank() && !Condition.parse(condition).equals(Condition.parse(own))) {
            throw Refused.at(edit, Place.at("/views", key) + "/" + FILTER, "view.builtinFixed", key);
        }
    }

    /** As it stands in a definition: what it is says which records it shows. */
    ObjectNode marked(ObjectNode json) {
        json.remove(FILTER);
        return json.put(PROPERTY, View.Builtin.ASSIGNEE.name());
    }

    /** Takes what a definition says of it over into new views that do not mention it; it goes behind them. */
    void keep(JsonNode before, ObjectNode after, Map<String, String> renamed) {
        before.properties().forEach(entry -> {
            boolean mentioned = renamed.containsKey(entry.getKey()) || after.has(entry.getKey());
            if (entry.getValue() instanceof ObjectNode known && known.has(PROPERTY) && !mentioned) {
                ObjectNode kept = known.deepCopy();
                kept.remove("index");
                after.set(entry.getKey(), kept);
            }
        });
    }
}
