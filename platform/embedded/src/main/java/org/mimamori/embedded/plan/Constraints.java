package org.mimamori.embedded.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.filter.Filter;
import org.mimamori.embedded.filter.ValueTest;
import org.mimamori.embedded.order.KeyWriter;
import org.mimamori.embedded.order.Kind;

/** What a filter demands of single fields, as far as an index can use it. Every matching document meets all of it. */
final class Constraints {

    private final Map<String, List<Demand>> byPath = new HashMap<>();
    private final Set<String> present = new HashSet<>();
    private int others;

    /** One demand on a field: to equal one of some values, to equal none of some, or to lie in an interval. */
    record Demand(
            @Nullable List<byte[]> points,
            @Nullable List<byte[]> except,
            @Nullable Interval interval,
            boolean allowsNull,
            ValueTest test) {

        /** The opposite, where the field holds no list. */
        @Nullable
        Demand opposite() {
            return points == null ? null : new Demand(null, points, null, !allowsNull, test);
        }
    }

    private Constraints() {}

    static Constraints of(Filter filter) {
        Constraints constraints = new Constraints();
        constraints.add(filter, "");
        return constraints;
    }

    List<Demand> on(String path) {
        return byPath.getOrDefault(path, List.of());
    }

    /** How many parts of the filter there are in all, of which an index must serve each to need no other look. */
    int count() {
        return others + byPath.values().stream().mapToInt(List::size).sum();
    }

    /** Whether no document without this field can match. */
    boolean demandsPresence(String path) {
        return present.contains(path) || on(path).stream().anyMatch(demand -> !demand.allowsNull());
    }

    private void add(Filter filter, String prefix) {
        switch (filter) {
            case Filter.And and -> and.parts().forEach(part -> add(part, prefix));
            case Filter.Field field -> add(prefix + field.path().dotted(), field.test());
            case Filter.Or or -> others++;
            case Filter.Not(Filter.Field field) -> addNot(prefix + field.path().dotted(), field.test());
            case Filter.Not not -> others++;
            case Filter.Computed computed -> others++;
        }
    }

    private void addNot(String path, ValueTest test) {
        Demand demand = demand(test);
        Demand opposite = demand == null ? null : demand.opposite();
        if (opposite == null) {
            others++;
        } else {
            byPath.computeIfAbsent(path, key -> new ArrayList<>()).add(opposite);
        }
    }

    private void add(String path, ValueTest test) {
        Demand demand = demand(test);
        if (demand != null) {
            byPath.computeIfAbsent(path, key -> new ArrayList<>()).add(demand);
            return;
        }
        others++;
        if (test instanceof ValueTest.Exists) {
            present.add(path);
        } else if (test instanceof ValueTest.ElementMatches element) {
            int before = others;
            add(element.filter(), path + ".");
            others = before;
        }
    }

    /** What a test demands of a single value, as bytes; null if bytes cannot tell. */
    static @Nullable Demand demand(ValueTest test) {
        return switch (test) {
            case ValueTest.Equal equal -> points(java.util.Collections.singletonList(equal.operand()), test);
            case ValueTest.In in when in.patterns().isEmpty() -> points(in.values(), test);
            case ValueTest.Compare compare -> interval(compare);
            default -> null;
        };
    }

    private static @Nullable Demand points(List<@Nullable Object> values, ValueTest test) {
        List<byte[]> keys = new ArrayList<>();
        boolean allowsNull = false;
        for (Object value : values) {
            Kind kind = Kind.of(value);
            if (kind == Kind.ARRAY || kind == Kind.EMPTY) {
                return null;
            }
            allowsNull |= kind == Kind.NULL;
            keys.add(KeyWriter.key(value));
        }
        return new Demand(keys, null, null, allowsNull, test);
    }

    private static @Nullable Demand interval(ValueTest.Compare compare) {
        return switch (Kind.of(compare.operand())) {
            case ARRAY, NULL, EMPTY, MIN_KEY, MAX_KEY -> null;
            default ->
                Kind.isNaN(compare.operand()) ? null : new Demand(null, null, Interval.of(compare), false, compare);
        };
    }
}
