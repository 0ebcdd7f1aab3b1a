package org.mimamori.engine.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.FieldCodes;
import org.mimamori.engine.field.Shape;
import tools.jackson.databind.JsonNode;

/** Reads the roll-ups of a definition, as far as this app alone tells whether they are sound. */
final class RollupsReader {

    private static final Place PLACE = Place.ROOT.at("rollups");

    private final References references;

    RollupsReader(References references) {
        this.references = references;
    }

    List<Rollup> read(JsonNode rollups) {
        List<Rollup> read = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : rollups.properties()) {
            Place place = PLACE.at(entry.getKey());
            checkName(entry.getKey(), place);
            if (!entry.getKey().isBlank()) {
                read.add(rollup(new FieldCode(entry.getKey()), entry.getValue(), place));
            }
        }
        return read;
    }

    private void checkName(String name, Place place) {
        Optional<String> fault = FieldCodes.check(name);
        if (fault.isPresent()) {
            references.findings().add(place, fault.get(), name);
        } else if (references.form().declared().contains(new FieldCode(name))
                || references.form().field(new FieldCode(name)).isPresent()) {
            references.findings().add(place, "field.duplicateCode", name);
        }
    }

    private Rollup rollup(FieldCode name, JsonNode rollup, Place place) {
        JsonNode condition = rollup.path("condition");
        FieldCode field = new FieldCode(Json.text(condition, "field"));
        checkKey(field, place.at("condition").at("field"));
        FieldCode upTo = Json.code(rollup, "upTo");
        if (upTo != null) {
            checkDate(upTo, place.at("upTo"));
        }
        return new Rollup(
                name,
                Json.relatedApp(rollup.path("relatedApp")),
                field,
                new FieldCode(Json.text(condition, "relatedField")),
                Json.text(rollup, "filterCond"),
                Json.choice(rollup, "function", Rollup.Function.COUNT),
                Json.code(rollup, "of"),
                upTo,
                Json.text(rollup, "while"),
                Json.text(rollup, "skip"),
                shape(Json.choice(rollup, "format", Format.NUMBER)));
    }

    private void checkKey(FieldCode code, Place place) {
        Optional<Field> field = references.topField(code, place);
        if (field.isPresent() && !matchable(field.get().shape())) {
            references.findings().add(place, "rollup.notMatchable", code.text());
        }
    }

    /** Whether values of the shape can be looked for in other records. */
    static boolean matchable(Shape shape) {
        return switch (shape) {
            case TEXT, DECIMAL, CHOICE, DATE, MOMENT -> true;
            case TIME, CHOICES, ENTITY, ENTITIES, FILES, ROWS, NONE -> false;
        };
    }

    private void checkDate(FieldCode code, Place place) {
        if (references
                .topField(code, place)
                .filter(field -> field.shape() != Shape.DATE)
                .isPresent()) {
            references.findings().add(place, "rollup.noDate", code.text());
        }
    }

    private static Shape shape(Format format) {
        return switch (format) {
            case NUMBER -> Shape.DECIMAL;
            case DATE -> Shape.DATE;
            case TIME -> Shape.TIME;
            case DATETIME -> Shape.MOMENT;
        };
    }

    /** Forms a result can have, by their names in definitions. */
    enum Format {
        NUMBER,
        DATE,
        TIME,
        DATETIME
    }
}
