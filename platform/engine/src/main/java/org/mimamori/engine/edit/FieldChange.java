package org.mimamori.engine.edit;

import java.util.Map;
import org.mimamori.engine.app.DefinitionEdit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The change of one field's settings: those given replace those there are; null takes one away. */
final class FieldChange {

    private final DefinitionEdit edit;
    private final FieldSettings settings;
    private final OptionChanges options;
    private final String place;

    FieldChange(DefinitionEdit edit, FieldSettings settings, OptionChanges options, String place) {
        this.edit = edit;
        this.settings = settings;
        this.options = options;
        this.place = place;
    }

    FieldChange inside(String inner) {
        return new FieldChange(edit, settings, options, Place.at(place + "/fields", inner));
    }

    /** The settings after the change; the code stays, for a field is renamed together with all mentions of it. */
    ObjectNode merged(ObjectNode field, ObjectNode given, boolean inTable) {
        requireSameKind(field, given);
        ObjectNode merged = field.deepCopy();
        for (Map.Entry<String, JsonNode> setting : given.properties()) {
            switch (setting.getKey()) {
                case "type", "code", FieldSettings.FIELDS, FieldSettings.OPTIONS, "enabled" -> {}
                case FieldSettings.LOOKUP, FieldSettings.REFERENCE_TABLE -> deepen(merged, setting);
                default -> merged.set(setting.getKey(), setting.getValue());
            }
        }
        if (given.get(FieldSettings.OPTIONS) instanceof ObjectNode changed) {
            options.change(merged, changed, given, place);
        } else if (given.hasNonNull(FieldSettings.OPTIONS)) {
            merged.set(FieldSettings.OPTIONS, given.get(FieldSettings.OPTIONS));
        }
        return settings.tidied(merged, inTable);
    }

    private void requireSameKind(ObjectNode field, ObjectNode given) {
        String type = field.path("type").asString("");
        String wanted = given.path("type").asString(type);
        if (!wanted.equals(type)) {
            String code = field.path("code").asString("");
            throw Refused.at(edit, place + "/type", "field.typeChanged", code, type, wanted);
        }
        if (given.path(FieldSettings.LOOKUP).isObject()
                && !field.path(FieldSettings.LOOKUP).isObject()) {
            throw Refused.at(
                    edit,
                    place + "/lookup",
                    "lookup.madeOfField",
                    field.path("code").asString(""));
        }
    }

    private static void deepen(ObjectNode merged, Map.Entry<String, JsonNode> setting) {
        if (setting.getValue() instanceof ObjectNode given) {
            ObjectNode there = merged.withObjectProperty(setting.getKey());
            given.properties().forEach(entry -> there.set(entry.getKey(), entry.getValue()));
        }
    }
}
