package org.mimamori.engine.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.DefinitionEdit;
import org.mimamori.engine.app.OptionRename;
import org.mimamori.engine.field.FieldCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Changes of options: those given replace all there are; one is known by its name, and another label renames it, in
 * records, conditions, defaults and translations too. Formulas that compare with its text stay, as in kintone.
 */
final class OptionChanges {

    private final DefinitionEdit edit;
    private final List<OptionRename> renames = new ArrayList<>();

    OptionChanges(DefinitionEdit edit) {
        this.edit = edit;
    }

    /**
     * Puts the options into the field's settings.
     *
     * @param given the settings that change the field
     */
    void change(ObjectNode field, ObjectNode options, ObjectNode given, String place) {
        Set<String> known = Set.copyOf(field.path(FieldSettings.OPTIONS).propertyNames());
        Map<String, String> renamed = new LinkedHashMap<>();
        ObjectNode changed = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> option : options.properties()) {
            String name = option.getKey();
            String label = option.getValue().path("label").asString("");
            String now = known.contains(name) && !label.isEmpty() ? label : name;
            if (changed.has(now)) {
                throw Refused.at(edit, place + "/options", "options.doubled", now);
            }
            changed.set(now, settings(option.getValue(), label.isEmpty() ? name : label));
            if (!now.equals(name)) {
                renamed.put(name, now);
            }
        }
        field.set(FieldSettings.OPTIONS, changed);
        if (!given.hasNonNull(FieldSettings.DEFAULT)) {
            field.set(FieldSettings.DEFAULT, preset(field.path(FieldSettings.DEFAULT), renamed, changed));
        }
        translate(field.path("code").asString(""), renamed, changed);
        if (!renamed.isEmpty()) {
            renames.add(new OptionRename(new FieldCode(field.path("code").asString()), renamed));
        }
    }

    private static JsonNode settings(JsonNode option, String label) {
        return option instanceof ObjectNode object ? object.deepCopy().put("label", label) : option;
    }

    /** The default under the options' new names, without those that are gone. */
    private static JsonNode preset(JsonNode before, Map<String, String> renamed, ObjectNode options) {
        if (before instanceof ArrayNode several) {
            ArrayNode kept = JsonNodeFactory.instance.arrayNode();
            several.forEach(one -> {
                String now = renamed.getOrDefault(one.asString(""), one.asString(""));
                if (options.has(now)) {
                    kept.add(now);
                }
            });
            return kept;
        }
        String now = renamed.getOrDefault(before.asString(""), before.asString(""));
        return before.isMissingNode()
                ? JsonNodeFactory.instance.nullNode()
                : StringNode.valueOf(options.has(now) ? now : "");
    }

    private void translate(String code, Map<String, String> renamed, ObjectNode options) {
        for (JsonNode language : edit.json().path("translations")) {
            if (language.path("fields").path(code).get(FieldSettings.OPTIONS) instanceof ObjectNode names) {
                Mentions.rekey(names, name -> renamed.getOrDefault(name, name));
                names.retain(Set.copyOf(options.propertyNames()));
            }
        }
    }

    /** Carries the new names to the conditions of the definition, and to the records after the deployment. */
    void apply() {
        AppDefinition app = edit.before();
        new Renaming(app.id(), app.code(), Map.of(), renames).inOwn(edit.json());
        renames.forEach(rename -> edit.renameOptions(rename.field(), rename.names()));
    }
}
