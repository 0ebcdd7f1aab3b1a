package org.mimamori.embedded.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.CommandException;
import org.mimamori.embedded.bson.Missing;
import org.mimamori.embedded.filter.FieldPath;
import org.mimamori.embedded.filter.TypeName;

/** The operators on documents. */
final class ObjectOperators {

    private ObjectOperators() {}

    static void addTo(Map<String, Operators.Builder> all) {
        all.put("$mergeObjects", Operators.function("$mergeObjects", 0, Integer.MAX_VALUE, ObjectOperators::merge));
        all.put("$objectToArray", Operators.function("$objectToArray", 1, 1, a -> toArray(a.getFirst())));
        all.put("$arrayToObject", Operators.function("$arrayToObject", 1, 1, a -> toObject(a.getFirst())));
        all.put("$getField", ObjectOperators::getField);
    }

    private static Object merge(List<@Nullable Object> arguments) {
        Document merged = new Document();
        for (Object argument : arguments) {
            switch (argument) {
                case Document document -> merged.putAll(document);
                case List<?> list -> list.forEach(element -> merged.putAll(requireDocument("$mergeObjects", element)));
                case null, default -> {
                    if (!Operators.isAbsent(argument)) {
                        requireDocument("$mergeObjects", argument);
                    }
                }
            }
        }
        return merged;
    }

    private static Document requireDocument(String operator, @Nullable Object value) {
        if (value instanceof Document document) {
            return document;
        }
        throw CommandException.location(40400, operator + " requires object inputs, found " + TypeName.nameOf(value));
    }

    private static @Nullable Object toArray(@Nullable Object value) {
        if (Operators.isAbsent(value)) {
            return null;
        }
        List<Document> entries = new ArrayList<>();
        requireDocument("$objectToArray", value)
                .forEach((name, field) -> entries.add(new Document("k", name).append("v", field)));
        return entries;
    }

    private static @Nullable Object toObject(@Nullable Object value) {
        if (Operators.isAbsent(value)) {
            return null;
        }
        Document result = new Document();
        for (Object entry : ArrayOperators.list("$arrayToObject", value)) {
            switch (entry) {
                case List<?> pair when pair.size() == 2 -> result.put(String.valueOf(pair.getFirst()), pair.getLast());
                case Document d
                when d.containsKey("k") && d.containsKey("v") -> result.put(String.valueOf(d.get("k")), d.get("v"));
                case null, default ->
                    throw CommandException.location(40392, "$arrayToObject needs pairs, or objects with k and v");
            }
        }
        return result;
    }

    private static Expression getField(@Nullable Object argument, ExpressionParser parser) {
        Document options = argument instanceof Document
                ? Operators.options("$getField", argument, List.of("field", "input"))
                : new Document("field", argument);
        String field =
                String.valueOf(options.get("field") instanceof Document d ? d.get("$literal") : options.get("field"));
        Expression input = parser.parse(options.containsKey("input") ? options.get("input") : "$$CURRENT");
        return scope ->
                input.evaluate(scope) instanceof Document document ? FieldPath.get(document, field) : Missing.MISSING;
    }
}
