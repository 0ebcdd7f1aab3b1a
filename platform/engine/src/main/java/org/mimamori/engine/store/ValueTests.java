package org.mimamori.engine.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.Shape;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.query.Filter;

/** The filter's tests of one value, as database conditions. */
final class ValueTests {

    private ValueTests() {}

    static Document equal(Place place, Value operand) {
        return in(place, List.of(operand));
    }

    static Document in(Place place, List<Value> operands) {
        if (place.kind() == Place.Kind.STAMP) {
            return Logic.any(
                    operands.stream().map(operand -> minute(place, operand)).toList());
        }
        List<@Nullable Object> held = held(place, operands);
        return switch (held.size()) {
            case 0 -> Logic.nothing();
            case 1 -> new Document(place.path(), held.getFirst());
            default -> new Document(place.path(), new Document("$in", held));
        };
    }

    /** The opposite of {@link #in}, said without a "not" above it. */
    static Document notIn(Place place, List<Value> operands) {
        if (place.kind() == Place.Kind.STAMP) {
            return Logic.none(List.of(in(place, operands)));
        }
        List<@Nullable Object> held = held(place, operands);
        return switch (held.size()) {
            case 0 -> Logic.everything();
            case 1 -> new Document(place.path(), new Document("$ne", held.getFirst()));
            default -> new Document(place.path(), new Document("$nin", held));
        };
    }

    /** What can be held of the operands; what cannot be held equals nothing that is. */
    private static List<@Nullable Object> held(Place place, List<Value> operands) {
        List<@Nullable Object> held = new ArrayList<>();
        for (Value operand : operands) {
            if (operand.isBlank()) {
                held.add(null);
            } else {
                Edge.of(place, operand).filter(edge -> edge.off() == 0).ifPresent(edge -> held.add(edge.held()));
            }
        }
        return held;
    }

    private static Document minute(Place place, Value operand) {
        return operand.isBlank() ? blank(place) : range(place, operand, true, operand, true);
    }

    static Document between(Place place, Filter.Between bounds) {
        return range(place, bounds.from(), bounds.fromIncluded(), bounds.to(), bounds.toIncluded());
    }

    private static Document range(
            Place place, @Nullable Value from, boolean fromIncluded, @Nullable Value to, boolean toIncluded) {
        if (from == null && to == null) {
            return notBlank(place);
        }
        if (place.isMultiple()) {
            return Logic.nothing();
        }
        if (from != null && fromIncluded && !toIncluded && isDay(from, to)) {
            return equal(place, from);
        }
        Document range = new Document();
        boolean fits = (from == null || put(range, Bound.lower(place, from, fromIncluded)))
                && (to == null || put(range, Bound.upper(place, to, toIncluded)));
        return fits ? new Document(place.path(), range) : Logic.nothing();
    }

    /** Whether a range holds one day only: then it is an equality, behind which an index can still give an order. */
    private static boolean isDay(Value from, @Nullable Value to) {
        return from instanceof Value.Date(LocalDate day)
                && to instanceof Value.Date(LocalDate end)
                && day.isBefore(LocalDate.MAX)
                && day.plusDays(1).equals(end);
    }

    private static boolean put(Document range, Optional<Bound> bound) {
        bound.ifPresent(b -> range.put(b.operator(), b.held()));
        return bound.isPresent();
    }

    static Document empty(Place place) {
        Document blank = blank(place);
        return place.shape() == Shape.TEXT && place.stored() != null
                ? Logic.any(List.of(blank, new Document(place.spaces(), true)))
                : blank;
    }

    static Document blank(Place place) {
        return new Document(place.path(), null);
    }

    static Document notBlank(Place place) {
        return new Document(place.path(), new Document("$ne", null));
    }
}
