package org.mimamori.engine.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.query.Token.Kind;

/**
 * Changes names in conditions and orders that stand in settings. All else of the text stays as somebody wrote it, and a
 * text that does not parse stays as a whole: it is refused where it is used.
 */
public final class QueryRewrite {

    private final String text;
    private final StringBuilder written = new StringBuilder();
    private int copied;

    private QueryRewrite(String text) {
        this.text = text;
    }

    /** The condition with other names of fields. */
    public static String fields(String condition, UnaryOperator<String> names) {
        QueryRewrite rewrite = new QueryRewrite(condition);
        for (Condition.Test test : tests(condition)) {
            rewrite.replace(test.position(), test.field().length(), names.apply(test.field()));
        }
        return rewrite.result();
    }

    /** The order with other names of fields. */
    public static String order(String order, UnaryOperator<String> names) {
        QueryRewrite rewrite = new QueryRewrite(order);
        boolean key = true;
        for (Token token : parses(() -> Query.parseSort(order)) ? QueryLexer.tokens(order) : List.<Token>of()) {
            if (key && token.kind() == Kind.NAME) {
                rewrite.replace(token.position(), token.text().length(), names.apply(token.text()));
            }
            key = token.kind() == Kind.COMMA;
        }
        return rewrite.result();
    }

    /** The condition with other texts compared with; the operator gets the name of the field and the text. */
    public static String compared(String condition, BinaryOperator<String> texts) {
        QueryRewrite rewrite = new QueryRewrite(condition);
        List<Condition.Test> tests = new ArrayList<>(tests(condition));
        String field = "";
        for (Token token : tests.isEmpty() ? List.<Token>of() : QueryLexer.tokens(condition)) {
            if (!tests.isEmpty() && tests.getFirst().position() == token.position()) {
                Condition.Test test = tests.removeFirst();
                field = test.relatedField() == null ? test.field() : "";
            } else if (token.kind() == Kind.STRING && !field.isEmpty()) {
                rewrite.quoted(token, texts.apply(field, token.text()));
            }
        }
        return rewrite.result();
    }

    /** The condition without its tests of some fields; empty when none is left. As it was when it has none of them. */
    public static String without(String condition, Predicate<String> fields) {
        return tests(condition).stream().noneMatch(test -> fields.test(test.field()))
                ? condition
                : Condition.parse(condition)
                        .flatMap(parsed -> without(parsed, fields))
                        .map(Condition::text)
                        .orElse("");
    }

    private static Optional<Condition> without(Condition condition, Predicate<String> fields) {
        return switch (condition) {
            case Condition.And(List<Condition> of) -> Condition.all(without(of, fields));
            case Condition.Or(List<Condition> of) -> Condition.any(without(of, fields));
            case Condition.Test test -> fields.test(test.field()) ? Optional.empty() : Optional.of(test);
        };
    }

    private static List<Condition> without(List<Condition> parts, Predicate<String> fields) {
        return parts.stream().flatMap(part -> without(part, fields).stream()).toList();
    }

    /** The order without some fields. */
    public static String orderWithout(String order, Predicate<String> fields) {
        if (!parses(() -> Query.parseSort(order))) {
            return order;
        }
        List<SortKey> keys = Query.parseSort(order);
        List<SortKey> kept =
                keys.stream().filter(key -> !fields.test(key.field().text())).toList();
        return kept.size() == keys.size() ? order : Query.sortText(kept);
    }

    /** Names of the fields an order goes by; none when it does not parse. */
    public static List<String> orderedBy(String order) {
        return parses(() -> Query.parseSort(order))
                ? Query.parseSort(order).stream().map(key -> key.field().text()).toList()
                : List.of();
    }

    /** Names of the fields a condition tests; none when it does not parse. */
    public static List<String> tested(String condition) {
        return tests(condition).stream().map(Condition.Test::field).distinct().toList();
    }

    private static List<Condition.Test> tests(String condition) {
        List<Condition.Test> tests = new ArrayList<>();
        if (parses(() -> Condition.parse(condition))) {
            Condition.parse(condition).ifPresent(parsed -> gather(parsed, tests));
        }
        return tests;
    }

    private static void gather(Condition condition, List<Condition.Test> tests) {
        switch (condition) {
            case Condition.And(List<Condition> of) -> of.forEach(part -> gather(part, tests));
            case Condition.Or(List<Condition> of) -> of.forEach(part -> gather(part, tests));
            case Condition.Test test -> tests.add(test);
        }
    }

    private static boolean parses(Runnable parse) {
        try {
            parse.run();
            return true;
        } catch (PlatformException broken) {
            return false;
        }
    }

    private void quoted(Token token, String to) {
        if (!to.equals(token.text())) {
            replace(token.position(), lengthOfQuoted(token.position()), QueryText.quoted(to));
        }
    }

    private int lengthOfQuoted(int start) {
        int end = start + 1;
        while (text.charAt(end) != '"') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        return end + 1 - start;
    }

    private void replace(int at, int length, String by) {
        written.append(text, copied, at).append(by);
        copied = at + length;
    }

    private String result() {
        return written.append(text, copied, text.length()).toString();
    }
}
