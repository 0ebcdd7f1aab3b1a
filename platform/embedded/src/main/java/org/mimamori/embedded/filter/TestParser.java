package org.mimamori.embedded.filter;

import java.util.ArrayList;
import java.util.List;
import org.bson.BsonRegularExpression;
import org.bson.BsonUndefined;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.CommandException;
import org.mimamori.embedded.expression.Expression;
import org.mimamori.embedded.filter.ValueTest.Relation;
import org.mimamori.embedded.order.Numbers;

/** Reads the operators that ask about one value. */
final class TestParser {

    private TestParser() {}

    static ValueTest parse(String operator, @Nullable Object operand, Document siblings) {
        return switch (operator) {
            case "$eq" -> equal(operand);
            case "$gt" -> compare(Relation.GREATER, operand);
            case "$gte" -> compare(Relation.GREATER_OR_EQUAL, operand);
            case "$lt" -> compare(Relation.LESS, operand);
            case "$lte" -> compare(Relation.LESS_OR_EQUAL, operand);
            case "$in" -> in("$in", operand);
            case "$type" -> new ValueTest.OfType(types(operand));
            case "$size" -> new ValueTest.Size(size(operand));
            case "$mod" -> modulo(operand);
            case "$regex" -> regex(operand, siblings.get("$options"));
            case "$geoWithin",
                    "$geoIntersects",
                    "$near",
                    "$nearSphere",
                    "$bitsAllSet",
                    "$bitsAnySet",
                    "$bitsAllClear",
                    "$bitsAnyClear" -> throw CommandException.notImplemented(operator);
            default -> throw CommandException.badValue("unknown operator: " + operator);
        };
    }

    /** The operators of a value-wise {@code $elemMatch}, where the negative ones speak of the element alone. */
    static List<ValueTest> parseAll(Document operators) {
        List<ValueTest> tests = new ArrayList<>();
        operators.forEach((operator, operand) -> {
            switch (operator) {
                case "$ne" -> tests.add(new ValueTest.Fails(List.of(equal(operand))));
                case "$nin" -> tests.add(new ValueTest.Fails(List.of(in("$nin", operand))));
                case "$exists" -> tests.add(exists(operand));
                case "$not" -> tests.add(new ValueTest.Fails(negated(operand)));
                case "$elemMatch" -> tests.add(nested(FilterParser.asDocument(operator, operand)));
                case "$options" -> {}
                default -> tests.add(parse(operator, operand, operators));
            }
        });
        return tests;
    }

    private static ValueTest exists(@Nullable Object operand) {
        ValueTest exists = new ValueTest.Exists();
        return Expression.isTrue(operand) ? exists : new ValueTest.Fails(List.of(exists));
    }

    private static List<ValueTest> negated(@Nullable Object operand) {
        return operand instanceof Document operators ? parseAll(operators) : List.of(equalOrMatch(operand));
    }

    private static ValueTest nested(Document spec) {
        return FilterParser.isOperators(spec)
                ? new ValueTest.ElementPasses(parseAll(spec))
                : new ValueTest.ElementMatches(FilterParser.parse(spec));
    }

    static ValueTest equalOrMatch(@Nullable Object operand) {
        return operand instanceof BsonRegularExpression regex
                ? ValueTest.Matches.of(regex.getPattern(), regex.getOptions())
                : equal(operand);
    }

    static ValueTest equal(@Nullable Object operand) {
        if (operand instanceof BsonUndefined) {
            throw CommandException.badValue("cannot compare to undefined");
        }
        return new ValueTest.Equal(operand);
    }

    private static ValueTest compare(Relation relation, @Nullable Object operand) {
        if (operand instanceof BsonRegularExpression) {
            throw CommandException.badValue("Can't have RegEx as arg to predicate over field");
        }
        return new ValueTest.Compare(relation, operand);
    }

    static ValueTest in(String operator, @Nullable Object operand) {
        List<?> values = list(operator, operand);
        for (Object value : values) {
            if (value instanceof Document document && FilterParser.isOperators(document)) {
                throw CommandException.badValue("cannot nest $ under " + operator);
            }
        }
        return ValueTest.In.of(values);
    }

    static List<?> list(String operator, @Nullable Object operand) {
        if (operand instanceof List<?> list) {
            return list;
        }
        throw CommandException.badValue(operator + " needs an array");
    }

    private static List<TypeName> types(@Nullable Object operand) {
        List<?> specs = operand instanceof List<?> list ? list : java.util.Collections.singletonList(operand);
        if (specs.isEmpty()) {
            throw CommandException.failedToParse("must match at least one type");
        }
        return specs.stream().map(TypeName::parse).toList();
    }

    private static int size(@Nullable Object operand) {
        if (operand instanceof Number number && Numbers.toDouble(number) == Math.rint(Numbers.toDouble(number))) {
            if (Numbers.toDouble(number) < 0) {
                throw CommandException.badValue("$size may not be negative");
            }
            return (int) Numbers.toDouble(number);
        }
        throw CommandException.failedToParse("Failed to parse $size. Expected a whole number");
    }

    private static ValueTest modulo(@Nullable Object operand) {
        List<?> pair = list("$mod", operand);
        if (pair.size() != 2 || !(pair.get(0) instanceof Number divisor) || !(pair.get(1) instanceof Number rest)) {
            throw CommandException.badValue("malformed mod, needs to be an array of two numbers");
        }
        if ((long) Numbers.toDouble(divisor) == 0) {
            throw CommandException.badValue("divisor cannot be 0");
        }
        return new ValueTest.Modulo((long) Numbers.toDouble(divisor), (long) Numbers.toDouble(rest));
    }

    private static ValueTest regex(@Nullable Object operand, @Nullable Object options) {
        return switch (operand) {
            case String pattern -> ValueTest.Matches.of(pattern, options == null ? "" : options.toString());
            case BsonRegularExpression regex ->
                ValueTest.Matches.of(regex.getPattern(), options == null ? regex.getOptions() : options.toString());
            case null, default -> throw CommandException.badValue("$regex has to be a string");
        };
    }
}
