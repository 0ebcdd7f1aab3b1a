package org.mimamori.engine.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.mimamori.engine.query.Condition.Operand;

/** Writes a query as text that parses to the same query. */
final class QueryText {

    private QueryText() {}

    static String of(Query query) {
        List<String> parts = new ArrayList<>();
        if (query.condition() != null) {
            parts.add(of(query.condition()));
        }
        if (!query.sort().isEmpty()) {
            parts.add("order by " + of(query.sort()));
        }
        if (query.limit() != null) {
            parts.add("limit " + query.limit());
        }
        if (query.offset() != null) {
            parts.add("offset " + query.offset());
        }
        return String.join(" ", parts);
    }

    static String of(List<SortKey> sort) {
        return sort.stream()
                .map(key -> key.field() + (key.ascending() ? " asc" : " desc"))
                .collect(Collectors.joining(", "));
    }

    static String of(Condition condition) {
        return switch (condition) {
            case Condition.And(List<Condition> parts) ->
                parts.stream().map(QueryText::partOfAnd).collect(Collectors.joining(" and "));
            case Condition.Or(List<Condition> parts) ->
                parts.stream().map(QueryText::partOfOr).collect(Collectors.joining(" or "));
            case Condition.Test test -> test(test);
        };
    }

    private static String partOfAnd(Condition part) {
        return part instanceof Condition.Test ? of(part) : "(" + of(part) + ")";
    }

    private static String partOfOr(Condition part) {
        return part instanceof Condition.Or ? "(" + of(part) + ")" : of(part);
    }

    private static String test(Condition.Test test) {
        String field = test.relatedField() == null ? test.field() : test.field() + "." + test.relatedField();
        String start = field + " " + test.operator().sign();
        return switch (test.operator()) {
            case EQUAL, NOT_EQUAL, GREATER, LESS, GREATER_OR_EQUAL, LESS_OR_EQUAL, LIKE, NOT_LIKE ->
                start + " " + operand(test.operands().getFirst());
            case IN, NOT_IN ->
                start + test.operands().stream().map(QueryText::operand).collect(Collectors.joining(", ", " (", ")"));
            case IS_EMPTY, IS_NOT_EMPTY -> start;
        };
    }

    private static String operand(Operand operand) {
        return switch (operand) {
            case Operand.Quoted(String text) -> quoted(text);
            case Operand.Bare(String text) -> text;
            case Operand.Call(String name, List<String> args) -> name + "(" + String.join(", ", args) + ")";
        };
    }

    static String quoted(String text) {
        StringBuilder written = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> written.append('\\').append(c);
                case '\t' -> written.append("\\t");
                case '\n' -> written.append("\\n");
                case '\r' -> written.append("\\r");
                default -> written.append(c);
            }
        }
        return written.append('"').toString();
    }
}
