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
import org.mimamori.engine.field.FieldCodes;
import org.mimamori.engine.field.FieldSettingsFault;
import org.mimamori.engine.field.FieldTypes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the fields of a definition: kintone's property JSON, by code. */
final class FieldsReader {

    /** kintone keeps groups among the fields although they are part of the layout and hold nothing. */
    private static final String GROUP = "GROUP";

    private static final Set<String> STANDARD = FieldTypes.standard().names();

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
            if (declare(entry.getKey(), entry.getValue(), place)) {
                readOne((ObjectNode) entry.getValue(), place);
            }
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
        boolean sound = true;
        for (Map.Entry<String, JsonNode> inner : settings.path("fields").properties()) {
            Place at = place.at("fields").at(inner.getKey());
            sound = declare(inner.getKey(), inner.getValue(), at) && sound;
        }
        if (sound) {
            field(settings, type, place).ifPresent(field -> {
                checkSystem(field, place);
                top.add(field);
            });
        }
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
        if (!STANDARD.contains(type)) {
            schemas.checkPlugInField(type, settings, place, findings);
        }
        return findings.count() > before ? Optional.empty() : sound(settings, place);
    }

    private Optional<Field> sound(ObjectNode settings, Place place) {
        try {
            return Optional.of(types.read(settings));
        } catch (FieldSettingsFault fault) {
            Place at = place;
            for (String step : fault.property().split("\\.")) {
                at = step.isEmpty() ? at : at.at(step);
            }
            findings.addAll(at, fault.key(), fault.args());
            return Optional.empty();
        }
    }

    /** Takes a code; false, with a report, when it cannot be the code of a field. */
    private boolean declare(String key, JsonNode settings, Place place) {
        int before = findings.count();
        FieldCodes.check(key).ifPresent(fault -> findings.add(place, fault, key));
        String code = Json.text(settings, "code");
        if (!code.equals(key)) {
            findings.add(place.at("code"), "field.codeMismatch", key, code);
        }
        if (!key.isBlank() && !declared.add(new FieldCode(key))) {
            findings.add(place, "field.duplicateCode", key);
        }
        return findings.count() == before;
    }

    private void checkSystem(Field field, Place place) {
        field.systemValue().ifPresent(value -> {
            if (top.stream().anyMatch(other -> other.systemValue().equals(Optional.of(value)))) {
                findings.add(place, "field.systemTwice", value.name());
            }
        });
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
