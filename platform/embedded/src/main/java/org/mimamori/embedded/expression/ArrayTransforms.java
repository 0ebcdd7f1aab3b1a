package org.mimamori.embedded.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.CommandException;
import org.mimamori.embedded.bson.Missing;
import org.mimamori.embedded.order.Numbers;
import org.mimamori.embedded.order.SortOrder;
import org.mimamori.embedded.order.ValueOrder;

/** The operators that run an expression over the elements of an array, or sum an array up. */
final class ArrayTransforms {

    private ArrayTransforms() {}

    static void addTo(Map<String, Operators.Builder> all) {
        all.put("$map", ArrayTransforms::map);
        all.put("$filter", ArrayTransforms::filter);
        all.put("$reduce", ArrayTransforms::reduce);
        all.put("$sortArray", ArrayTransforms::sort);
        all.put("$sum", summary(ArrayTransforms::sum));
        all.put("$avg", summary(ArrayTransforms::average));
        all.put("$min", summary(values -> extreme(values, c -> -c)));
        all.put("$max", summary(values -> extreme(values, c -> c)));
    }

    private static @Nullable List<?> listOrNull(String operator, @Nullable Object value) {
        return Operators.isAbsent(value) ? null : ArrayOperators.list(operator, value);
    }

    private static Expression map(@Nullable Object argument, ExpressionParser parser) {
        Document options = Operators.options("$map", argument, List.of("input", "as", "in"));
        Expression input = parser.parse(options.get("input"));
        Expression body = parser.parse(options.get("in"));
        String name = options.get("as", "this");
        return scope -> {
            List<?> list = listOrNull("$map", input.evaluate(scope));
            if (list == null) {
                return null;
            }
            List<@Nullable Object> results = new ArrayList<>(list.size());
            for (Object element : list) {
                Object value = body.evaluate(scope.with(name, element));
                results.add(value == Missing.MISSING ? null : value);
            }
            return results;
        };
    }

    private static Expression filter(@Nullable Object argument, ExpressionParser parser) {
        Document options = Operators.options("$filter", argument, List.of("input", "as", "cond", "limit"));
        Expression input = parser.parse(options.get("input"));
        Expression condition = parser.parse(options.get("cond"));
        Expression limit =
                options.containsKey("limit") ? parser.parse(options.get("limit")) : scope -> Integer.MAX_VALUE;
        String name = options.get("as", "this");
        return scope -> {
            List<?> list = listOrNull("$filter", input.evaluate(scope));
            if (list == null) {
                return null;
            }
            Object most = limit.evaluate(scope);
            List<@Nullable Object> kept = new ArrayList<>();
            for (Object element : list) {
                boolean room = Operators.isAbsent(most)
                        || kept.size() < Arithmetic.number("$filter", most).intValue();
                if (room && Expression.isTrue(condition.evaluate(scope.with(name, element)))) {
                    kept.add(element);
                }
            }
            return kept;
        };
    }

    private static Expression reduce(@Nullable Object argument, ExpressionParser parser) {
        Document options = Operators.options("$reduce", argument, List.of("input", "initialValue", "in"));
        Expression input = parser.parse(options.get("input"));
        Expression initial = parser.parse(options.get("initialValue"));
        Expression body = parser.parse(options.get("in"));
        return scope -> {
            List<?> list = listOrNull("$reduce", input.evaluate(scope));
            if (list == null) {
                return null;
            }
            Object value = initial.evaluate(scope);
            for (Object element : list) {
                value = body.evaluate(scope.with("value", value).with("this", element));
            }
            return value;
        };
    }

    private static Expression sort(@Nullable Object argument, ExpressionParser parser) {
        Document options = Operators.options("$sortArray", argument, List.of("input", "sortBy"));
        Expression input = parser.parse(options.get("input"));
        Comparator<@Nullable Object> order = order(options.get("sortBy"));
        return scope -> {
            List<?> list = listOrNull("$sortArray", input.evaluate(scope));
            if (list == null) {
                return null;
            }
            List<@Nullable Object> sorted = new ArrayList<>(list);
            sorted.sort(order);
            return sorted;
        };
    }

    private static Comparator<@Nullable Object> order(@Nullable Object spec) {
        if (spec instanceof Number direction) {
            int sign = Numbers.toDouble(direction) < 0 ? -1 : 1;
            return (a, b) -> ValueOrder.INSTANCE.compare(a, b) * sign;
        }
        if (spec instanceof Document fields) {
            SortOrder order = SortOrder.parse(fields);
            return Comparator.comparing(
                    element -> order.key(element instanceof Document d ? d : new Document()), Arrays::compareUnsigned);
        }
        throw CommandException.badValue("$sortArray needs 1, -1 or the fields to sort by");
    }

    /** Of a single argument that is an array the elements count; several arguments count as they are. */
    private static Operators.Builder summary(Operators.Function function) {
        return (argument, parser) -> {
            List<Expression> parts = parser.parseAll(argument);
            return scope -> {
                List<@Nullable Object> values = Operators.evaluate(parts, scope);
                boolean inner = values.size() == 1 && values.getFirst() instanceof List<?>;
                return function.apply(inner ? new ArrayList<>((List<?>) values.getFirst()) : values);
            };
        };
    }

    private static Number sum(List<@Nullable Object> values) {
        Number sum = 0;
        for (Object value : values) {
            if (value instanceof Number number) {
                sum = Arithmetic.add(sum, number);
            }
        }
        return sum;
    }

    private static @Nullable Object average(List<@Nullable Object> values) {
        long count = values.stream().filter(Number.class::isInstance).count();
        return count == 0 ? null : Arithmetic.divide(sum(values), count);
    }

    private static @Nullable Object extreme(List<@Nullable Object> values, ToIntFunction<Integer> sign) {
        Object best = null;
        for (Object value : values) {
            boolean better = !Operators.isAbsent(value)
                    && (best == null || sign.applyAsInt(ValueOrder.INSTANCE.compare(value, best)) > 0);
            best = better ? value : best;
        }
        return best;
    }
}
