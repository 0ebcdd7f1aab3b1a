package org.mimamori.embedded.update;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.CommandException;
import org.mimamori.embedded.bson.Missing;
import org.mimamori.embedded.filter.Filter;
import org.mimamori.embedded.filter.FilterParser;
import org.mimamori.embedded.filter.TypeName;
import org.mimamori.embedded.order.Numbers;
import org.mimamori.embedded.order.SortOrder;
import org.mimamori.embedded.order.ValueOrder;
import org.mimamori.embedded.update.OperatorUpdate.Operation;

/** The update operators on arrays. */
final class ArrayOperations {

    private ArrayOperations() {}

    static Operation parse(String operator, @Nullable Object operand) {
        return switch (operator) {
            case "$push" -> push(operand);
            case "$addToSet" -> addToSet(operand);
            case "$pop" -> pop(operand);
            case "$pull" -> pull(operand);
            case "$pullAll" -> pullAll(operand);
            default -> throw CommandException.failedToParse("Unknown modifier: " + operator);
        };
    }

    private static List<@Nullable Object> list(String operator, @Nullable Object old, Place place) {
        if (old == Missing.MISSING) {
            return new ArrayList<>();
        }
        if (old instanceof List<?> list) {
            return new ArrayList<>(list);
        }
        throw CommandException.badValue("The field '" + place + "' must be an array for " + operator
                + " but is of type " + TypeName.nameOf(old));
    }

    private static List<?> each(@Nullable Object operand) {
        if (operand instanceof Document spec && spec.containsKey("$each")) {
            if (spec.get("$each") instanceof List<?> values) {
                return values;
            }
            throw CommandException.badValue("The argument to $each must be an array");
        }
        return java.util.Collections.singletonList(operand);
    }

    private static Operation push(@Nullable Object operand) {
        List<?> values = each(operand);
        Document clauses = operand instanceof Document spec && spec.containsKey("$each") ? spec : new Document();
        for (String clause : clauses.keySet()) {
            if (!List.of("$each", "$slice", "$sort", "$position").contains(clause)) {
                throw CommandException.badValue("Unrecognized clause in $push: " + clause);
            }
        }
        Comparator<@Nullable Object> order = clauses.containsKey("$sort") ? order(clauses.get("$sort")) : null;
        return (old, place) -> {
            List<@Nullable Object> list = list("$push", old, place);
            list.addAll(position(clauses, list.size()), values);
            if (order != null) {
                list.sort(order);
            }
            return slice(clauses, list);
        };
    }

    private static int position(Document clauses, int size) {
        if (!clauses.containsKey("$position")) {
            return size;
        }
        int position = integer("$position", clauses.get("$position"));
        return position < 0 ? Math.max(0, size + position) : Math.min(position, size);
    }

    private static List<@Nullable Object> slice(Document clauses, List<@Nullable Object> list) {
        if (!clauses.containsKey("$slice")) {
            return list;
        }
        int slice = integer("$slice", clauses.get("$slice"));
        return slice < 0
                ? new ArrayList<>(list.subList(Math.max(0, list.size() + slice), list.size()))
                : new ArrayList<>(list.subList(0, Math.min(slice, list.size())));
    }

    private static int integer(String clause, @Nullable Object value) {
        if (value instanceof Number number && Numbers.toDouble(number) == Math.rint(Numbers.toDouble(number))) {
            return (int) Numbers.toDouble(number);
        }
        throw CommandException.badValue("The value for " + clause + " must be an integer");
    }

    private static Comparator<@Nullable Object> order(@Nullable Object spec) {
        if (spec instanceof Number direction) {
            int sign = Numbers.toDouble(direction) < 0 ? -1 : 1;
            return (a, b) -> ValueOrder.INSTANCE.compare(a, b) * sign;
        }
        if (spec instanceof Document fields) {
            SortOrder order = SortOrder.parse(fields);
            return Comparator.comparing(
                    element -> order.key(element instanceof Document d ? d : new Document()),
                    java.util.Arrays::compareUnsigned);
        }
        throw CommandException.badValue("The $sort is invalid: use 1/-1 or {field: 1/-1}");
    }

    private static Operation addToSet(@Nullable Object operand) {
        List<?> values = each(operand);
        return (old, place) -> {
            List<@Nullable Object> list = list("$addToSet", old, place);
            for (Object value : values) {
                if (list.stream().noneMatch(known -> ValueOrder.equal(known, value))) {
                    list.add(value);
                }
            }
            return list;
        };
    }

    private static Operation pop(@Nullable Object operand) {
        int end = integer("$pop", operand);
        if (end != 1 && end != -1) {
            throw CommandException.failedToParse("$pop expects 1 or -1, found: " + end);
        }
        return (old, place) -> {
            if (old == Missing.MISSING) {
                return old;
            }
            List<@Nullable Object> list = list("$pop", old, place);
            if (!list.isEmpty()) {
                list.remove(end < 0 ? 0 : list.size() - 1);
            }
            return list;
        };
    }

    private static Operation pullAll(@Nullable Object operand) {
        if (!(operand instanceof List<?> values)) {
            throw CommandException.badValue("$pullAll requires an array argument");
        }
        return (old, place) -> {
            if (old == Missing.MISSING) {
                return old;
            }
            List<@Nullable Object> list = list("$pullAll", old, place);
            list.removeIf(element -> values.stream().anyMatch(value -> ValueOrder.equal(element, value)));
            return list;
        };
    }

    private static Operation pull(@Nullable Object operand) {
        boolean condition = operand instanceof Document || operand instanceof org.bson.BsonRegularExpression;
        boolean operators = operand instanceof Document d
                && !d.isEmpty()
                && d.keySet().iterator().next().startsWith("$");
        Filter onDocument = operand instanceof Document d && !operators ? FilterParser.parse(d) : null;
        Filter onValue = condition && onDocument == null ? FilterParser.parse(new Document("e", operand)) : null;
        return (old, place) -> {
            if (old == Missing.MISSING) {
                return old;
            }
            List<@Nullable Object> list = list("$pull", old, place);
            list.removeIf(element -> onDocument != null
                    ? element instanceof Document document && onDocument.matches(document)
                    : onValue != null
                            ? onValue.matches(new Document("e", element))
                            : ValueOrder.equal(element, operand));
            return list;
        };
    }
}
