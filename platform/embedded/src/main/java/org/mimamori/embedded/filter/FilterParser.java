package org.mimamori.embedded.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.BsonRegularExpression;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.CommandException;
import org.mimamori.embedded.expression.ExpressionParser;
import org.mimamori.embedded.expression.Scope;

/** Reads MongoDB's query language. What it does not know it refuses. */
public final class FilterParser {

    private final Scope scope;

    private FilterParser(Scope scope) {
        this.scope = scope;
    }

    public static Filter parse(Document query) {
        return parse(query, Scope.EMPTY);
    }

    /** Parses a filter whose {@code $expr} may use the variables of the scope. */
    public static Filter parse(Document query, Scope scope) {
        return new FilterParser(scope).document(query);
    }

    private Filter document(Document query) {
        List<Filter> parts = new ArrayList<>();
        query.forEach((key, value) -> {
            if (key.startsWith("$")) {
                logical(key, value, parts);
            } else {
                field(FieldPath.of(key), value, parts);
            }
        });
        return and(parts);
    }

    private static Filter and(List<Filter> parts) {
        return parts.size() == 1 ? parts.getFirst() : new Filter.And(List.copyOf(parts));
    }

    private void logical(String operator, @Nullable Object value, List<Filter> parts) {
        switch (operator) {
            case "$and" -> parts.addAll(all(operator, value));
            case "$or" -> parts.add(new Filter.Or(all(operator, value)));
            case "$nor" -> parts.add(new Filter.Not(new Filter.Or(all(operator, value))));
            case "$expr" -> parts.add(computed(value));
            case "$comment" -> {}
            case "$where", "$text", "$jsonSchema" -> throw CommandException.notImplemented(operator + " in a filter");
            default ->
                throw CommandException.badValue("unknown top level operator: " + operator
                        + ". If you have a field name that starts with a '$' symbol, consider using $getField");
        }
    }

    private Filter computed(@Nullable Object value) {
        ExpressionParser parser = new ExpressionParser();
        return new Filter.Computed(parser.parse(value), scope, parser.paths());
    }

    private List<Filter> all(String operator, @Nullable Object value) {
        if (!(value instanceof List<?> list) || list.isEmpty()) {
            throw CommandException.badValue(operator + " must be a nonempty array");
        }
        return list.stream().map(part -> document(asDocument(operator, part))).toList();
    }

    private void field(FieldPath path, @Nullable Object value, List<Filter> parts) {
        if (value instanceof Document operators && isOperators(operators)) {
            operators(path, operators, parts);
        } else {
            parts.add(new Filter.Field(path, TestParser.equalOrMatch(value)));
        }
    }

    static boolean isOperators(Document document) {
        String first = document.isEmpty() ? "" : document.keySet().iterator().next();
        return first.startsWith("$") && !first.equals("$ref") && !first.equals("$id") && !first.equals("$db");
    }

    private void operators(FieldPath path, Document operators, List<Filter> parts) {
        for (Map.Entry<String, Object> entry : operators.entrySet()) {
            Object operand = entry.getValue();
            switch (entry.getKey()) {
                case "$ne" -> parts.add(new Filter.Not(new Filter.Field(path, TestParser.equal(operand))));
                case "$nin" -> parts.add(new Filter.Not(new Filter.Field(path, TestParser.in("$nin", operand))));
                case "$exists" -> parts.add(exists(path, operand));
                case "$not" -> parts.add(new Filter.Not(not(path, operand)));
                case "$all" -> all(path, operand, parts);
                case "$elemMatch" -> parts.add(new Filter.Field(path, elementMatch(operand)));
                case "$options" -> requireRegex(operators);
                default -> parts.add(new Filter.Field(path, TestParser.parse(entry.getKey(), operand, operators)));
            }
        }
    }

    private static Filter exists(FieldPath path, @Nullable Object operand) {
        Filter exists = new Filter.Field(path, new ValueTest.Exists());
        return org.mimamori.embedded.expression.Expression.isTrue(operand) ? exists : new Filter.Not(exists);
    }

    private static void requireRegex(Document operators) {
        if (!operators.containsKey("$regex")) {
            throw CommandException.badValue("$options needs a $regex");
        }
    }

    private Filter not(FieldPath path, @Nullable Object operand) {
        List<Filter> parts = new ArrayList<>();
        if (operand instanceof BsonRegularExpression) {
            parts.add(new Filter.Field(path, TestParser.equalOrMatch(operand)));
        } else if (operand instanceof Document operators && isOperators(operators)) {
            operators(path, operators, parts);
        } else {
            throw CommandException.badValue("$not needs a regex or a document");
        }
        return and(parts);
    }

    private void all(FieldPath path, @Nullable Object operand, List<Filter> parts) {
        List<?> values = TestParser.list("$all", operand);
        if (values.isEmpty()) {
            parts.add(new Filter.Or(List.of()));
        }
        for (Object value : values) {
            if (value instanceof Document d && d.containsKey("$elemMatch")) {
                parts.add(new Filter.Field(path, elementMatch(d.get("$elemMatch"))));
            } else {
                parts.add(new Filter.Field(path, TestParser.equalOrMatch(value)));
            }
        }
    }

    private ValueTest elementMatch(@Nullable Object operand) {
        Document spec = asDocument("$elemMatch", operand);
        boolean onValues = isOperators(spec)
                && !spec.keySet().stream()
                        .allMatch(key -> List.of("$and", "$or", "$nor", "$expr").contains(key));
        return onValues
                ? new ValueTest.ElementPasses(TestParser.parseAll(spec))
                : new ValueTest.ElementMatches(document(spec));
    }

    static Document asDocument(String operator, @Nullable Object value) {
        if (value instanceof Document document) {
            return document;
        }
        throw CommandException.badValue(operator + " needs an object");
    }
}
