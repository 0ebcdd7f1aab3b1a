package org.mimamori.api.error;

import java.util.Optional;
import org.mimamori.engine.field.Shape;
import org.mimamori.engine.problem.FieldProblem;

/** How kintone names the place of a wrong value in an error body's {@code errors}. */
@FunctionalInterface
public interface ValuePlaces {

    /** Names places without knowing the app. */
    ValuePlaces UNKNOWN = code -> Optional.empty();

    /** The shape of the field of that code, inner fields included. */
    Optional<Shape> shape(String code);

    /** The key, such as {@code records[3].Text.value}. */
    default String keyOf(FieldProblem problem) {
        String start = problem.record() == null ? "record" : "records[" + problem.record() + "]";
        if (problem.table() != null && problem.row() != null) {
            start += "." + problem.table() + ".value[" + problem.row() + "].value";
        } else if (problem.key().equals("number.notNumeric")) {
            // kintone names an unreadable number in brackets, unlike every other place.
            return start + "[" + problem.field() + "].value";
        }
        return start + "." + problem.field() + "." + suffix(problem);
    }

    private String suffix(FieldProblem problem) {
        if (problem.element() != null) {
            return "values[" + problem.element() + "].value";
        }
        return switch (shape(problem.field()).orElse(Shape.TEXT)) {
            case CHOICES, FILES -> "values";
            case ENTITIES -> "values.value";
            case TEXT, DECIMAL, CHOICE, DATE, TIME, MOMENT, ENTITY, ROWS, NONE -> "value";
        };
    }
}
