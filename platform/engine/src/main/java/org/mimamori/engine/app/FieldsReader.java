package org.mimamori.engine.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.FieldTypes;
import org.mimamori.engine.field.Shape;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the fields of a definition: kintone's property JSON, by code. */
final class FieldsReader {

    /** kintone keeps groups among the fields although they are part of the layout and hold nothing. */
    private static final String GROUP = "GROUP";

    private static final Place PLACE = Place.ROOT.at("fields");

    private final FieldTypes types;
    private final DefinitionSchemas schemas;
    private final Findings findings;
    private final Set<FieldCode> declared = new LinkedHashSet<>();
    private final List<Field> top = new ArrayList<>();
    private final List<GroupSettings> groups = new ArrayList<>();

    FieldsReader(FieldTypes types, DefinitionSchemas schemas, Findings findings) {
        this.types = types;
        this.schemas = schemas;
        this.findings = findings;
    }

    Form read(JsonNode fields, String language) {
        for (Map.Entry<String, JsonNode> entry : fields.properties()) {
            Place place = PLACE.at(entry.getKey());
            declare(entry.getKey(), entry.getValue(), place);
            readOne((ObjectNode) entry.getValue(), place);
        }
        addSystemFields(language);
        return new Form(new FormFields(top), groups, declared);
    }

    private void readOne(ObjectNode settings, Place place) {
        String type = Json.text(settings, "type");
        if (type.equals(GROUP)) {
            groups.add(group(settings));
            return;
        }
        for (Map.Entry<String, JsonNode> inner : settings.path("fields").properties()) {
            declare(inner.getKey(), inner.getValue(), place.at("fields").at(inner.getKey()));
        }
        field(settings, type, place).ifPresent(field -> {
            checkSystem(field, place);
            checkInner(field, place);
            top.add(field);
        });
    }

    private static GroupSettings group(JsonNode settings) {
        return new GroupSettings(
                new FieldCode(Json.text(settings, "code")),
                Json.text(settings, "label"),
                Json.flag(settings, "noLabel", false),
                Json.flag(settings, "openGroup", true));
    }

    private Optional<Field> field(ObjectNode settings, String type, Place place) {
        if (!types.names().contains(type)) {
            findings.add(place.at("type"), "field.unknownType", type);
            return Optional.empty();
        }
        int before = findings.count();
        schemas.checkField(type, settings, place, findings);
        if (findings.count() > before) {
            return Optional.empty();
        }
        try {
            return Optional.of(types.read(settings));
        } catch (IllegalArgumentException fault) {
            findings.add(place, "field.broken", String.valueOf(fault.getMessage()));
            return Optional.empty();
        }
    }

    private void declare(String key, JsonNode settings, Place place) {
        String code = Json.text(settings, "code");
        if (!code.equals(key)) {
            findings.add(place.at("code"), "field.codeMismatch", key, code);
        }
        if (!FieldCodes.valid(key)) {
            findings.add(place, "field.badCode", key);
        }
        if (!key.isBlank() && !declared.add(new FieldCode(key))) {
            findings.add(place, "field.duplicateCode", key);
        }
    }

    private void checkSystem(Field field, Place place) {
        field.systemValue().ifPresent(value -> {
            if (top.stream().anyMatch(other -> other.systemValue().equals(Optional.of(value)))) {
                findings.add(place, "field.systemTwice", value.name());
            }
        });
    }

    private void checkInner(Field table, Place place) {
        for (Field inner : table.inner()) {
            boolean holdsValue = inner.shape() != Shape.ROWS && inner.shape() != Shape.NONE;
            if (!holdsValue || inner.systemValue().isPresent()) {
                findings.add(place.at("fields").at(inner.code()), "field.notInTable", inner.type());
            }
        }
    }

    private void addSystemFields(String language) {
        Set<FieldCode> taken = new HashSet<>(declared);
        for (Field field : new SystemFields(types, language).lacking(top)) {
            if (taken.contains(field.code())) {
                findings.add(
                        PLACE.at(field.code()),
                        "field.reservedCode",
                        field.code().text());
            } else {
                top.add(field);
            }
        }
    }
}
