package org.mimamori.embedded.project;

import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.CommandException;
import org.mimamori.embedded.bson.Missing;
import org.mimamori.embedded.filter.Filter;
import org.mimamori.embedded.filter.FilterParser;
import org.mimamori.embedded.order.Numbers;

/** A part of an array to give back: a slice, or the first element that matches. */
record ArrayPart(int skip, int limit, @Nullable Filter match) {

    static boolean isOne(Document operators) {
        return operators.size() == 1
                && (operators.containsKey("$slice") && !isExpression(operators.get("$slice"))
                        || operators.containsKey("$elemMatch"));
    }

    /** The slice of an aggregation names its array first. */
    private static boolean isExpression(@Nullable Object argument) {
        return argument instanceof List<?> list && !list.isEmpty() && !(list.getFirst() instanceof Number);
    }

    static ArrayPart parse(Document operators) {
        if (operators.get("$elemMatch") instanceof Document filter) {
            return new ArrayPart(0, 1, FilterParser.parse(new Document("e", new Document("$elemMatch", filter))));
        }
        return switch (operators.get("$slice")) {
            case Number n when Numbers.toDouble(n) < 0 -> new ArrayPart(n.intValue(), Integer.MAX_VALUE, null);
            case Number n -> new ArrayPart(0, n.intValue(), null);
            case List<?> l
            when l.size() == 2 && l.get(0) instanceof Number s && l.get(1) instanceof Number n ->
                new ArrayPart(s.intValue(), n.intValue(), null);
            case null, default -> throw CommandException.badValue("Invalid $slice syntax");
        };
    }

    boolean selects() {
        return match != null;
    }

    /** What is left of a value; a value that is no array stays as it is in a slice. */
    @Nullable
    Object apply(@Nullable Object value) {
        if (!(value instanceof List<?> list)) {
            return match == null ? value : Missing.MISSING;
        }
        if (match != null) {
            return firstMatch(list, match);
        }
        int from = skip < 0 ? Math.max(0, list.size() + skip) : Math.min(skip, list.size());
        int to = (int) Math.min(list.size(), (long) from + limit);
        return new java.util.ArrayList<>(list.subList(from, to));
    }

    private static Object firstMatch(List<?> list, Filter match) {
        for (Object element : list) {
            List<@Nullable Object> one = java.util.Collections.singletonList(element);
            if (match.matches(new Document("e", one))) {
                return one;
            }
        }
        return Missing.MISSING;
    }
}
