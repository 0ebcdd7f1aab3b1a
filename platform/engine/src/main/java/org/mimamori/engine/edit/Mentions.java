package org.mimamori.engine.edit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.RelatedApp;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Every place of a definition that mentions fields: the one list of them. A place is named by a JSON pointer. Not among
 * them are the fields' own codes, which are where the mentions lead to.
 */
final class Mentions {

    /** What becomes of each mention; what is answered stands there from then on. */
    interface Visitor {

        /** @param app the app whose field is mentioned; null for the definition's own */
        String code(String place, @Nullable RelatedApp app, String code);

        String condition(String place, @Nullable RelatedApp app, String condition);

        String order(String place, @Nullable RelatedApp app, String order);

        String formula(String place, String formula);

        /** A code that stands for a field of this app and of another at once would have to become two. */
        void split(String place, String code);
    }

    private static final String FILTER = "filterCond";
    private static final String SORT = "sort";
    private static final String FIELD = "field";
    private static final String FIELDS = "fields";
    private static final String CODE = "code";
    private static final String RELATED_FIELD = "relatedField";
    private static final String RELATED_APP = "relatedApp";
    private static final String CONDITION = "condition";

    private final ObjectNode definition;
    private final Visitor visitor;

    private Mentions(ObjectNode definition, Visitor visitor) {
        this.definition = definition;
        this.visitor = visitor;
    }

    static void visit(ObjectNode definition, Visitor visitor) {
        Mentions mentions = new Mentions(definition, visitor);
        mentions.fields(definition.path(FIELDS), "/fields");
        mentions.layout(definition.path("layout"), "/layout");
        mentions.views();
        mentions.settings();
        mentions.permissions();
        mentions.additions();
        mentions.rollups();
        mentions.parts();
        mentions.translations();
    }

    private void fields(JsonNode fields, String place) {
        for (Map.Entry<String, JsonNode> entry : fields.properties()) {
            String at = at(place, entry.getKey());
            if (entry.getValue() instanceof ObjectNode field) {
                text(field, "expression", at, (where, text) -> visitor.formula(where, text));
                if (field.get("lookup") instanceof ObjectNode lookup) {
                    lookup(lookup, at + "/lookup");
                }
                if (field.get("referenceTable") instanceof ObjectNode table) {
                    relatedRecords(table, at + "/referenceTable");
                }
                fields(field.path(FIELDS), at + "/fields");
            }
        }
    }

    private void lookup(ObjectNode lookup, String place) {
        RelatedApp app = app(lookup.path(RELATED_APP));
        code(lookup, "relatedKeyField", place, app);
        each(lookup.path("fieldMappings"), place + "/fieldMappings", (mapping, at) -> {
            code(mapping, FIELD, at, null);
            code(mapping, RELATED_FIELD, at, app);
        });
        codes(lookup, "lookupPickerFields", place, app);
        condition(lookup, FILTER, place, app);
        order(lookup, place, app);
    }

    private void relatedRecords(ObjectNode table, String place) {
        RelatedApp app = app(table.path(RELATED_APP));
        if (table.get(CONDITION) instanceof ObjectNode condition) {
            code(condition, FIELD, place + "/condition", null);
            code(condition, RELATED_FIELD, place + "/condition", app);
        }
        condition(table, FILTER, place, app);
        codes(table, "displayFields", place, app);
        order(table, place, app);
    }

    private void layout(JsonNode items, String place) {
        each(items, place, (item, at) -> {
            code(item, CODE, at, null);
            layout(item.path(FIELDS), at + "/fields");
            layout(item.path("layout"), at + "/layout");
        });
    }

    private void views() {
        for (Map.Entry<String, JsonNode> entry : definition.path("views").properties()) {
            if (entry.getValue() instanceof ObjectNode view) {
                String place = at("/views", entry.getKey());
                condition(view, FILTER, place, null);
                order(view, place, null);
                codes(view, FIELDS, place, null);
                code(view, "date", place, null);
                code(view, "title", place, null);
            }
        }
    }

    private void settings() {
        if (definition.path("settings").get("titleField") instanceof ObjectNode title) {
            code(title, CODE, "/settings/titleField", null);
        }
    }

    private void permissions() {
        JsonNode permissions = definition.path("permissions");
        within(permissions, "/permissions");
        each(
                permissions.path(FIELD).path("rights"),
                "/permissions/field/rights",
                (block, at) -> code(block, CODE, at, null));
    }

    private void additions() {
        each(definition.path("rules"), "/rules", (rule, at) -> {
            condition(rule, "when", at, null);
            condition(rule, "check", at, null);
            for (String list : new String[] {"require", "show", "fix", "at"}) {
                codes(rule, list, at, null);
            }
        });
        each(definition.path("uniqueTogether"), "/uniqueTogether", (key, at) -> codes(key, FIELDS, at, null));
        keys(definition, "numbering", "/numbering");
    }

    private void rollups() {
        for (Map.Entry<String, JsonNode> entry : definition.path("rollups").properties()) {
            if (entry.getValue() instanceof ObjectNode rollup) {
                rollup(rollup, at("/rollups", entry.getKey()));
            }
        }
    }

    private void rollup(ObjectNode rollup, String place) {
        RelatedApp app = app(rollup.path(RELATED_APP));
        if (rollup.get(CONDITION) instanceof ObjectNode condition) {
            code(condition, FIELD, place + "/condition", null);
            code(condition, RELATED_FIELD, place + "/condition", app);
        }
        for (String condition : new String[] {FILTER, "while", "skip"}) {
            condition(rollup, condition, place, app);
        }
        code(rollup, "of", place, app);
        text(rollup, "upTo", place, (at, code) -> {
            String here = visitor.code(at, null, code);
            String there = visitor.code(at, app, code);
            if (!here.equals(there)) {
                visitor.split(at, code);
                return code;
            }
            return here;
        });
    }

    private void parts() {
        for (String part : new String[] {"process", "notifications", "reports", "actions"}) {
            within(definition.path(part), "/" + part);
        }
        each(
                definition.path("notifications").path("reminder").path("notifications"),
                "/notifications/reminder",
                (one, at) -> {
                    if (one.get("timing") instanceof ObjectNode timing) {
                        code(timing, CODE, at + "/timing", null);
                    }
                });
        for (Map.Entry<String, JsonNode> report : definition.path("reports").properties()) {
            for (String list : new String[] {"groups", "aggregations"}) {
                each(
                        report.getValue().path(list),
                        at("/reports", report.getKey()),
                        (one, at) -> code(one, CODE, at, null));
            }
        }
        for (Map.Entry<String, JsonNode> entry : definition.path("actions").properties()) {
            RelatedApp app = app(entry.getValue().path("destApp"));
            each(entry.getValue().path("mappings"), at("/actions", entry.getKey()), (mapping, at) -> {
                code(mapping, "srcField", at, null);
                code(mapping, "destField", at, app);
            });
        }
    }

    private void translations() {
        for (Map.Entry<String, JsonNode> language :
                definition.path("translations").properties()) {
            if (language.getValue() instanceof ObjectNode texts) {
                keys(texts, FIELDS, at("/translations", language.getKey()) + "/fields");
            }
        }
    }

    /** What parts of every form have in common: conditions, and fields that name people. */
    private void within(JsonNode node, String place) {
        if (node instanceof ObjectNode object) {
            if (object.path("type").asString("").equals("FIELD_ENTITY")) {
                code(object, CODE, place, null);
            }
            condition(object, FILTER, place, null);
            object.properties().forEach(entry -> within(entry.getValue(), at(place, entry.getKey())));
        } else if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                within(list.get(i), place + "/" + i);
            }
        }
    }

    private void code(ObjectNode parent, String name, String place, @Nullable RelatedApp app) {
        text(parent, name, place, (at, code) -> visitor.code(at, app, code));
    }

    private void condition(ObjectNode parent, String name, String place, @Nullable RelatedApp app) {
        text(parent, name, place, (at, text) -> visitor.condition(at, app, text));
    }

    private void order(ObjectNode parent, String place, @Nullable RelatedApp app) {
        text(parent, SORT, place, (at, text) -> visitor.order(at, app, text));
    }

    private void codes(ObjectNode parent, String name, String place, @Nullable RelatedApp app) {
        if (parent.get(name) instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i).isString()) {
                    String at = place + "/" + name + "/" + i;
                    list.set(
                            i,
                            StringNode.valueOf(visitor.code(at, app, list.get(i).asString())));
                }
            }
        }
    }

    private void keys(ObjectNode parent, String name, String place) {
        if (parent.get(name) instanceof ObjectNode object) {
            rekey(object, key -> visitor.code(at(place, key), null, key));
        }
    }

    /** Gives the entries of an object other keys, in the order they have. */
    static void rekey(ObjectNode object, UnaryOperator<String> keys) {
        Map<String, JsonNode> entries = new LinkedHashMap<>();
        object.properties().forEach(entry -> entries.put(keys.apply(entry.getKey()), entry.getValue()));
        object.removeAll();
        object.setAll(entries);
    }

    private static void text(ObjectNode parent, String name, String place, Place.Change change) {
        JsonNode value = parent.get(name);
        if (value != null && value.isString() && !value.asString().isBlank()) {
            String changed = change.apply(place + "/" + name, value.asString());
            if (!changed.equals(value.asString())) {
                parent.put(name, changed);
            }
        }
    }

    private static void each(JsonNode list, String place, Place.Work work) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof ObjectNode object) {
                work.on(object, place + "/" + i);
            }
        }
    }

    private static RelatedApp app(JsonNode node) {
        return new RelatedApp(node.path("app").asString(""), node.path(CODE).asString(""));
    }

    private static String at(String place, String name) {
        return Place.at(place, name);
    }
}
