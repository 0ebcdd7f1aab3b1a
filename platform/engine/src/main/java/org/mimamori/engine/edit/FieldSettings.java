package org.mimamori.engine.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mimamori.engine.field.FieldTypes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts the settings of fields as clients send them into the form definitions have: what the type does not know is
 * dropped, as kintone drops it, yes and no as text become yes and no, what must have a value gets it.
 */
final class FieldSettings {

    static final String TYPE = "type";
    static final String OPTIONS = "options";
    static final String FIELDS = "fields";
    static final String LOOKUP = "lookup";
    static final String REFERENCE_TABLE = "referenceTable";
    static final String DEFAULT = "defaultValue";
    static final String GROUP = "GROUP";

    private static final Set<String> GROUP_SETTINGS = Set.of(TYPE, "code", "label", "noLabel", "openGroup");
    private static final Set<String> FLAGS = Set.of(
            "noLabel", "required", "unique", "digit", "hideExpression", "defaultNowValue", "openGroup", "enabled");
    private static final Set<String> RELATED_APP = Set.of("app", "code");
    private static final Set<String> LOOKUP_SETTINGS =
            Set.of("relatedApp", "relatedKeyField", "fieldMappings", "lookupPickerFields", "filterCond", "sort");
    private static final Set<String> REFERENCE_SETTINGS =
            Set.of("relatedApp", "condition", "filterCond", "displayFields", "sort", "size");

    private final FieldTypes types;

    FieldSettings(FieldTypes types) {
        this.types = types;
    }

    /** Whether a type exists whose fields a builder may add: system fields are there from the start. */
    boolean addable(String type) {
        return type.equals(GROUP) || types.names().contains(type) && !SystemTypes.has(type);
    }

    /** The settings in the form of definitions; those of a type nobody knows stay, to be refused. */
    ObjectNode tidied(ObjectNode given, boolean inTable) {
        ObjectNode settings = given.deepCopy();
        String type = settings.path(TYPE).asString("");
        Set<String> known = known(type, settings);
        if (!known.isEmpty()) {
            settings.retain(known);
        }
        settings.properties().stream()
                .filter(entry -> entry.getValue().isNull())
                .map(Map.Entry::getKey)
                .toList()
                .forEach(settings::remove);
        if (inTable) {
            settings.remove("unique");
        }
        settings.properties().forEach(entry -> entry.setValue(tidied(entry.getKey(), entry.getValue())));
        fill(type, settings);
        return settings;
    }

    private Set<String> known(String type, ObjectNode settings) {
        if (type.equals(GROUP)) {
            return GROUP_SETTINGS;
        }
        if (settings.path(LOOKUP).isObject()) {
            return FieldTypes.lookupSettings();
        }
        Set<String> known = types.settings(type);
        List<String> all = new ArrayList<>(known);
        if (!known.isEmpty()) {
            all.add(TYPE);
        }
        // What a type never had but files and clients send all the same is dropped where it is read.
        return Set.copyOf(all);
    }

    private static JsonNode tidied(String name, JsonNode value) {
        if (FLAGS.contains(name) && value.isString()) {
            return switch (value.asString()) {
                case "true" -> BooleanNode.TRUE;
                case "false", "" -> BooleanNode.FALSE;
                default -> value;
            };
        }
        if (name.equals(LOOKUP) && value instanceof ObjectNode lookup) {
            return related(lookup, LOOKUP_SETTINGS);
        }
        return name.equals(REFERENCE_TABLE) && value instanceof ObjectNode table
                ? related(table, REFERENCE_SETTINGS)
                : value;
    }

    private static ObjectNode related(ObjectNode settings, Set<String> known) {
        settings.retain(known);
        if (settings.get("relatedApp") instanceof ObjectNode app) {
            app.retain(RELATED_APP);
            RELATED_APP.stream()
                    .filter(name -> app.path(name).asString("").isBlank())
                    .forEach(app::remove);
        }
        if (settings.get("fieldMappings") instanceof ArrayNode mappings) {
            mappings.forEach(mapping -> {
                if (mapping instanceof ObjectNode object) {
                    object.retain("field", "relatedField");
                }
            });
        }
        return settings;
    }

    private void fill(String type, ObjectNode settings) {
        if (type.equals(GROUP) && !settings.has("openGroup")) {
            settings.put("openGroup", false);
        }
        if (settings.get(OPTIONS) instanceof ObjectNode options) {
            number(options);
            if (type.equals("RADIO_BUTTON")
                    && settings.path(DEFAULT).asString("").isEmpty()
                    && !options.isEmpty()) {
                settings.put(DEFAULT, options.propertyNames().iterator().next());
            }
        }
        if (settings.get(FIELDS) instanceof ObjectNode inner) {
            inner.properties().forEach(entry -> {
                if (entry.getValue() instanceof ObjectNode field) {
                    entry.setValue(tidied(field, true));
                }
            });
        }
    }

    /** Puts options into their order and numbers them from 0 without gaps, as kintone shows them afterwards. */
    static void number(ObjectNode options) {
        boolean readable = options.properties().stream()
                .allMatch(option -> option.getValue().isObject() && hasIndex(option.getValue()));
        if (!readable) {
            return;
        }
        ObjectNode sorted = JsonNodeFactory.instance.objectNode();
        options.properties().stream()
                .sorted(Comparator.comparingInt(option ->
                        Integer.parseInt(option.getValue().path("index").asString())))
                .forEach(option -> {
                    ObjectNode numbered = (ObjectNode) option.getValue();
                    numbered.retain("label", "index");
                    sorted.set(option.getKey(), numbered.put("index", Integer.toString(sorted.size())));
                });
        options.removeAll();
        options.setAll(sorted);
    }

    private static boolean hasIndex(JsonNode option) {
        return option.path("index").asString("").matches("\\d{1,9}");
    }
}
