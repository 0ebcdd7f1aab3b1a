package org.mimamori.engine.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mimamori.engine.app.DefinitionEdit;
import org.mimamori.engine.field.SystemValue;
import org.mimamori.engine.problem.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Replaces the views of an app: one is known by its name, another {@code name} renames it, those not given are gone,
 * but for the one that is there while the process is on.
 */
public final class ViewsEdit {

    private static final Set<String> COMMON = Set.of("index", "name", "type", "filterCond", "sort");
    private static final Map<String, Set<String>> OWN = Map.of(
            "LIST", Set.of("fields"),
            "CALENDAR", Set.of("date", "title"),
            "CUSTOM", Set.of("html", "pager", "device"));

    private final DefinitionEdit edit;
    private final ObjectNode before;
    private final BuiltinView builtin;

    private ViewsEdit(DefinitionEdit edit) {
        this.edit = edit;
        this.builtin = new BuiltinView(edit);
        this.before = builtin.amongst(edit.json().withObjectProperty("views"));
    }

    /**
     * Replaces the views.
     *
     * @param views by present name, in kintone's form
     * @return the new names, in the order in which they were given
     */
    public static List<String> replace(DefinitionEdit edit, ObjectNode views) {
        return new ViewsEdit(edit).replace(views);
    }

    /** Whether the edit makes or changes a view of a builder's own HTML, which is not everybody's to do. */
    public static boolean touchesCustom(ObjectNode present, ObjectNode views) {
        return views.properties().stream().anyMatch(entry -> {
            JsonNode view = entry.getValue();
            JsonNode old = present.path(entry.getKey());
            return view.path("type").asString("").equals("CUSTOM")
                    && (!old.path("type").asString("").equals("CUSTOM")
                            || OWN.getOrDefault("CUSTOM", Set.of()).stream()
                                    .anyMatch(name -> view.hasNonNull(name)
                                            && !view.get(name).equals(old.get(name))));
        });
    }

    private List<String> replace(ObjectNode views) {
        ObjectNode after = JsonNodeFactory.instance.objectNode();
        Map<String, String> renamed = new HashMap<>();
        for (Map.Entry<String, JsonNode> entry : views.properties()) {
            if (!(entry.getValue() instanceof ObjectNode given)) {
                throw new Problem.BadJson("views[" + entry.getKey() + "] is no object").asException();
            }
            String key = builtin.key(entry.getKey(), given);
            String name = builtin.name(key, given.path("name").asString(key));
            if (after.has(name)) {
                throw Refused.at(edit, Place.at("/views", key) + "/name", "view.nameTwice", name);
            }
            after.set(name, view(key, name, given));
            if (!name.equals(key) && before.has(key)) {
                renamed.put(key, name);
            }
        }
        List<String> names = new ArrayList<>(after.propertyNames());
        builtin.keep(edit.json().path("views"), after, renamed);
        edit.json().set("views", after);
        edit.renameViews(renamed);
        translate(renamed, after);
        return names;
    }

    private ObjectNode view(String key, String name, ObjectNode given) {
        if (!before.has(key) && !name.equals(key)) {
            throw Refused.at(edit, Place.at("/views", key) + "/name", "view.nameMismatch", key, name);
        }
        for (String required : List.of("index", "type")) {
            if (!given.hasNonNull(required)) {
                throw Refused.at(edit, Place.at("/views", key), "schema.required", required);
            }
        }
        String type = given.path("type").asString("");
        if (builtin.is(key)) {
            builtin.requireGiven(key, given);
        }
        ObjectNode view = before.get(key) instanceof ObjectNode old
                        && old.path("type").asString("").equals(type)
                ? old.deepCopy()
                : JsonNodeFactory.instance.objectNode();
        given.properties().stream()
                .filter(entry -> !entry.getValue().isNull())
                .forEach(entry -> view.set(entry.getKey(), entry.getValue()));
        Set<String> known = new HashSet<>(COMMON);
        known.addAll(OWN.getOrDefault(type, Set.of()));
        view.retain(known);
        fill(type, view.put("name", name));
        return builtin.is(key) ? builtin.marked(view) : view;
    }

    /** What kintone takes when nothing is given. */
    private void fill(String type, ObjectNode view) {
        switch (type) {
            case "LIST" -> view.withArrayProperty("fields");
            case "CALENDAR" -> {
                absent(view, "date", system(SystemValue.CREATED_TIME));
                absent(view, "title", system(SystemValue.RECORD_NUMBER));
            }
            case "CUSTOM" -> {
                absent(view, "html", "");
                absent(view, "device", "DESKTOP");
                if (view.path("pager").isString()) {
                    view.put("pager", view.path("pager").asString().equals("true"));
                }
            }
            default -> {}
        }
    }

    private static void absent(ObjectNode view, String name, String value) {
        if (view.path(name).asString("").isEmpty()) {
            view.put(name, value);
        }
    }

    private String system(SystemValue value) {
        return edit.before().fields().system(value).code().text();
    }

    private void translate(Map<String, String> renamed, ObjectNode views) {
        for (JsonNode language : edit.json().path("translations")) {
            if (language.get("views") instanceof ObjectNode names) {
                names.retain(before.propertyNames().stream()
                        .filter(name -> renamed.containsKey(name) || views.has(name) && !renamed.containsValue(name))
                        .toList());
                Mentions.rekey(names, name -> renamed.getOrDefault(name, name));
            }
        }
    }
}
