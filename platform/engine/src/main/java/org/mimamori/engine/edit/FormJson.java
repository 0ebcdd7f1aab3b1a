package org.mimamori.engine.edit;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.mimamori.engine.app.DefinitionEdit;
import org.mimamori.engine.app.GroupSettings;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of a definition's JSON, found by code. */
final class FormJson {

    private final DefinitionEdit edit;
    private final ObjectNode fields;

    FormJson(DefinitionEdit edit) {
        this.edit = edit;
        this.fields = edit.json().withObjectProperty("fields");
    }

    ObjectNode fields() {
        return fields;
    }

    /** The settings of a field that stands on the form itself, or of a group. */
    Optional<ObjectNode> top(String code) {
        return object(fields.get(code));
    }

    /** The table a field stands in. */
    Optional<FieldCode> tableOf(String code) {
        return code.isBlank() ? Optional.empty() : edit.before().fields().tableOf(new FieldCode(code));
    }

    static Optional<ObjectNode> inner(ObjectNode table, String code) {
        return object(table.path("fields").get(code));
    }

    /** The system field of that code, listed in the JSON from now on if it was not. */
    Optional<ObjectNode> system(String code) {
        return systemField(code).map(field -> top(code).orElseGet(() -> list(field)));
    }

    Optional<Field> systemField(String code) {
        return code.isBlank()
                ? Optional.empty()
                : edit.before()
                        .field(new FieldCode(code))
                        .filter(field -> field.systemValue().isPresent());
    }

    private ObjectNode list(Field field) {
        return fields.putObject(field.code().text())
                .put("type", field.type())
                .put("code", field.code().text())
                .put("label", field.label());
    }

    /** Every code that is taken: of fields, inner and system fields among them, of groups and of roll-ups. */
    Set<String> codes() {
        Set<String> codes = new HashSet<>();
        edit.before().fields().all().map(field -> field.code().text()).forEach(codes::add);
        edit.before().groups().stream()
                .map(GroupSettings::code)
                .map(FieldCode::text)
                .forEach(codes::add);
        codes.addAll(edit.json().path("rollups").propertyNames());
        return codes;
    }

    private static Optional<ObjectNode> object(@org.jspecify.annotations.Nullable JsonNode node) {
        return node instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    }
}
