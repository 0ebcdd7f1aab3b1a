package org.mimamori.embedded.expression;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.CommandException;
import org.mimamori.embedded.bson.Missing;
import org.mimamori.embedded.order.ValueOrder;

/** The expression operators by name. An operator that is not here is refused. */
final class Operators {

    /** Makes an expression from an operator's argument. */
    @FunctionalInterface
    interface Builder {
        Expression build(@Nullable Object argument, ExpressionParser parser);
    }

    /** What an operator with evaluated arguments does. */
    @FunctionalInterface
    interface Function {
        @Nullable
        Object apply(List<@Nullable Object> arguments);
    }

    private static final Map<String, Builder> ALL = new HashMap<>();

    static {
        logic();
        Arithmetic.addTo(ALL);
        TextOperators.addTo(ALL);
        ArrayOperators.addTo(ALL);
        ArrayTransforms.addTo(ALL);
        DateOperators.addTo(ALL);
        Conversions.addTo(ALL);
        ObjectOperators.addTo(ALL);
    }

    private Operators() {}

    static Builder find(String name) {
        Builder builder = ALL.get(name);
        if (builder == null) {
            throw new CommandException(168, "InvalidPipelineOperator", "Unrecognized expression '" + name + "'");
        }
        return builder;
    }

    /** An operator that takes a fixed range of arguments, all evaluated before it runs. */
    static Builder function(String name, int from, int to, Function function) {
        return (argument, parser) -> {
            List<Expression> arguments = parser.parseExactly(name, argument, from, to);
            return scope -> function.apply(evaluate(arguments, scope));
        };
    }

    static List<@Nullable Object> evaluate(List<Expression> expressions, Scope scope) {
        List<@Nullable Object> values = new java.util.ArrayList<>(expressions.size());
        for (Expression expression : expressions) {
            values.add(expression.evaluate(scope));
        }
        return values;
    }

    static boolean isAbsent(@Nullable Object value) {
        return value == null || value == Missing.MISSING;
    }

    /** The argument of an operator that takes named options, each of which must be known. */
    static Document options(String operator, @Nullable Object argument, List<String> known) {
        if (!(argument instanceof Document options)) {
            throw CommandException.failedToParse(operator + " only supports an object as its argument");
        }
        for (String name : options.keySet()) {
            if (!known.contains(name)) {
                throw CommandException.failedToParse("Unrecognized argument to " + operator + ": " + name);
            }
        }
        return options;
    }

    private static void logic() {
        ALL.put("$literal", (argument, parser) -> scope -> argument);
        ALL.put("$const", (argument, parser) -> scope -> argument);
        ALL.put("$eq", comparison("$eq", sign -> sign == 0));
        ALL.put("$ne", comparison("$ne", sign -> sign != 0));
        ALL.put("$gt", comparison("$gt", sign -> sign > 0));
        ALL.put("$gte", comparison("$gte", sign -> sign >= 0));
        ALL.put("$lt", comparison("$lt", sign -> sign < 0));
        ALL.put("$lte", comparison("$lte", sign -> sign <= 0));
        ALL.put("$cmp", function("$cmp", 2, 2, a -> Integer.signum(compare(a.get(0), a.get(1)))));
        ALL.put("$not", function("$not", 1, 1, a -> !Expression.isTrue(a.getFirst())));
        ALL.put("$and", (argument, parser) -> {
            List<Expression> parts = parser.parseAll(argument);
            return scope -> parts.stream().allMatch(part -> Expression.isTrue(part.evaluate(scope)));
        });
        ALL.put("$or", (argument, parser) -> {
            List<Expression> parts = parser.parseAll(argument);
            return scope -> parts.stream().anyMatch(part -> Expression.isTrue(part.evaluate(scope)));
        });
        ALL.put("$cond", Operators::condition);
        ALL.put("$ifNull", Operators::ifNull);
        ALL.put("$switch", Operators::choice);
        ALL.put("$let", Operators::let);
    }

    /** Here a missing field is less than null, unlike in a filter. */
    static int compare(@Nullable Object left, @Nullable Object right) {
        if (left == Missing.MISSING || right == Missing.MISSING) {
            return Boolean.compare(left != Missing.MISSING, right != Missing.MISSING);
        }
        return ValueOrder.INSTANCE.compare(left, right);
    }

    private static Builder comparison(String name, IntPredicate accepts) {
        return function(name, 2, 2, a -> accepts.test(compare(a.get(0), a.get(1))));
    }

    private static Expression condition(@Nullable Object argument, ExpressionParser parser) {
        List<Expression> parts;
        if (argument instanceof Document) {
            Document options = options("$cond", argument, List.of("if", "then", "else"));
            parts = List.of(
                    parser.parse(options.get("if")),
                    parser.parse(options.get("then")),
                    parser.parse(options.get("else")));
        } else {
            parts = parser.parseExactly("$cond", argument, 3, 3);
        }
        return scope -> (Expression.isTrue(parts.get(0).evaluate(scope)) ? parts.get(1) : parts.get(2)).evaluate(scope);
    }

    private static Expression ifNull(@Nullable Object argument, ExpressionParser parser) {
        List<Expression> parts = parser.parseExactly("$ifNull", argument, 2, Integer.MAX_VALUE);
        return scope -> {
            for (Expression part : parts.subList(0, parts.size() - 1)) {
                Object value = part.evaluate(scope);
                if (!isAbsent(value)) {
                    return value;
                }
            }
            return parts.getLast().evaluate(scope);
        };
    }

    /** One case of {@code $switch}. */
    private record Branch(Expression when, Expression then) {}

    private static Expression choice(@Nullable Object argument, ExpressionParser parser) {
        Document options = options("$switch", argument, List.of("branches", "default"));
        List<Branch> branches = options.getList("branches", Document.class).stream()
                .map(branch -> new Branch(parser.parse(branch.get("case")), parser.parse(branch.get("then"))))
                .toList();
        Expression otherwise = options.containsKey("default") ? parser.parse(options.get("default")) : null;
        return scope -> {
            for (Branch branch : branches) {
                if (Expression.isTrue(branch.when().evaluate(scope))) {
                    return branch.then().evaluate(scope);
                }
            }
            if (otherwise == null) {
                throw CommandException.location(40066, "$switch could not find a matching branch");
            }
            return otherwise.evaluate(scope);
        };
    }

    private static Expression let(@Nullable Object argument, ExpressionParser parser) {
        Document options = options("$let", argument, List.of("vars", "in"));
        Map<String, Expression> variables = new HashMap<>();
        options.get("vars", new Document()).forEach((name, spec) -> variables.put(name, parser.parse(spec)));
        Expression body = parser.parse(options.get("in"));
        return scope -> {
            Scope inner = scope;
            for (Map.Entry<String, Expression> variable : variables.entrySet()) {
                inner = inner.with(variable.getKey(), variable.getValue().evaluate(scope));
            }
            return body.evaluate(inner);
        };
    }
}
