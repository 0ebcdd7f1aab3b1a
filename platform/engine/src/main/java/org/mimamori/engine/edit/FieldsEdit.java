package org.mimamori.engine.edit;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mimamori.engine.app.DefinitionEdit;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.FieldTypes;
import org.mimamori.engine.problem.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Adds, changes and deletes fields of a form, as kintone's form API does. */
public final class FieldsEdit {

    private static final String TABLE = "SUBTABLE";

    private final FieldSettings settings;

    public FieldsEdit(FieldTypes types) {
        this.settings = new FieldSettings(types);
    }

    /**
     * Adds fields, and inner fields to tables there are.
     *
     * @param properties settings by code, in kintone's form
     */
    public void add(DefinitionEdit edit, ObjectNode properties) {
        FormJson form = new FormJson(edit);
        for (Map.Entry<String, JsonNode> entry : properties.properties()) {
            ObjectNode given = object(entry.getValue(), entry.getKey());
            String code = entry.getKey();
            ObjectNode there = form.top(code).orElse(null);
            if (there != null && isTable(there) && isTable(given)) {
                addInner(edit, form, there, given);
                continue;
            }
            if (form.codes().contains(code)) {
                throw Refused.at(edit, Place.field(code) + "/code", "field.duplicateCode", code);
            }
            String type = given.path("type").asString("");
            if (given.has("type") && !settings.addable(type)) {
                throw Refused.at(edit, Place.field(code) + "/type", "field.unknownType", type);
            }
            form.fields().set(code, settings.tidied(given, false));
        }
    }

    private void addInner(DefinitionEdit edit, FormJson form, ObjectNode table, ObjectNode given) {
        Set<String> taken = form.codes();
        for (Map.Entry<String, JsonNode> inner : given.path("fields").properties()) {
            String place = Place.at(Place.field(table.path("code").asString()) + "/fields", inner.getKey());
            if (taken.contains(inner.getKey())) {
                throw Refused.at(edit, place + "/code", "field.duplicateCode", inner.getKey());
            }
            ObjectNode field = object(inner.getValue(), inner.getKey());
            table.withObjectProperty("fields").set(inner.getKey(), settings.tidied(field, true));
        }
    }

    /**
     * Changes fields; what is not named stays.
     *
     * @param properties settings by present code; another {@code code} inside renames the field
     */
    public void change(DefinitionEdit edit, ObjectNode properties) {
        FormJson form = new FormJson(edit);
        Map<String, String> codes = new LinkedHashMap<>();
        OptionChanges options = new OptionChanges(edit);
        for (Map.Entry<String, JsonNode> entry : properties.properties()) {
            String code = entry.getKey();
            ObjectNode given = object(entry.getValue(), code);
            ObjectNode field =
                    form.top(code).or(() -> form.system(code)).orElseThrow(() -> Refused.unknown(edit, code));
            codes.put(code, given.path("code").asString(code));
            FieldChange change = new FieldChange(edit, settings, options, Place.field(code));
            if (isTable(field) && given.get("fields") instanceof ObjectNode inner) {
                changeInner(edit, form, field, inner, codes, change);
            }
            form.fields().set(code, change.merged(field, given, false));
        }
        options.apply();
        rename(edit, form, codes);
    }

    private void changeInner(
            DefinitionEdit edit,
            FormJson form,
            ObjectNode table,
            ObjectNode given,
            Map<String, String> codes,
            FieldChange outer) {
        Set<String> taken = form.codes();
        ObjectNode fields = table.withObjectProperty("fields");
        for (Map.Entry<String, JsonNode> entry : given.properties()) {
            String code = entry.getKey();
            ObjectNode inner = object(entry.getValue(), code);
            FieldChange change = outer.inside(code);
            ObjectNode there = FormJson.inner(table, code).orElse(null);
            if (there != null) {
                codes.put(code, inner.path("code").asString(code));
                fields.set(code, change.merged(there, inner, true));
            } else if (inner.has("type") && !taken.contains(code)) {
                fields.set(code, settings.tidied(inner, true));
            } else {
                throw Refused.unknown(edit, code);
            }
        }
    }

    private static void rename(DefinitionEdit edit, FormJson form, Map<String, String> codes) {
        Map<String, String> renamed = new HashMap<>();
        codes.forEach((from, to) -> {
            if (!from.equals(to)) {
                renamed.put(from, to);
            }
        });
        Set<String> taken = form.codes();
        taken.removeAll(renamed.keySet());
        renamed.forEach((from, to) -> {
            if (to.isBlank() || !taken.add(to)) {
                String key = to.isBlank() ? "fieldCode.empty" : "field.duplicateCode";
                throw Refused.at(edit, Place.field(from) + "/code", key, to);
            }
        });
        if (!renamed.isEmpty()) {
            new FieldRename(edit, renamed).apply(form);
        }
    }

    /**
     * Deletes fields, inner fields and groups. Their values stay with the records, in the recycle bin; what only showed
     * them forgets them.
     *
     * @throws org.mimamori.engine.problem.PlatformException with {@code SettingsRefused} where something decides by a
     *     field, such as a right or a rule: who deletes it must say first what is to decide instead
     */
    public void remove(DefinitionEdit edit, List<FieldCode> codes) {
        new FieldRemoval(edit).remove(codes.stream().distinct().toList());
    }

    private static boolean isTable(ObjectNode field) {
        return field.path("type").asString("").equals(TABLE);
    }

    private static ObjectNode object(JsonNode node, String code) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new Problem.BadJson("properties[" + code + "] is no object").asException();
    }
}
