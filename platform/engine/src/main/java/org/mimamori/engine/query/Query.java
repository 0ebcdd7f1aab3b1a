package org.mimamori.engine.query;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.FieldCode;

/**
 * A query as parsed: names and literals, not yet bound to an app.
 *
 * @param condition null for "all records"
 * @param limit null when not given
 * @param offset null when not given
 */
public record Query(
        @Nullable Condition condition,
        List<SortKey> sort,
        @Nullable Integer limit,
        @Nullable Integer offset) {

    /** All records in the default order. */
    public static final Query ALL = new Query(null, List.of(), null, null);

    public Query {
        sort = List.copyOf(sort);
    }

    /**
     * Parses query text.
     *
     * @throws org.mimamori.engine.problem.PlatformException with {@code QuerySyntax} saying where
     */
    public static Query parse(String text) {
        return new QueryParser(text).parse();
    }

    /** All records the condition holds for, in the default order. */
    public static Query of(Condition condition) {
        return new Query(condition, List.of(), null, null);
    }

    /**
     * Parses an order as views have it, without the words "order by"; empty for empty text.
     *
     * @throws org.mimamori.engine.problem.PlatformException with {@code QuerySyntax} saying where
     */
    public static List<SortKey> parseSort(String text) {
        return new QueryParser(text).parseSort();
    }

    /** An order as views have it, without the words "order by". */
    public static String sortText(List<SortKey> sort) {
        return QueryText.of(sort);
    }

    /** Codes of the fields the condition names; for related records the part before the dot. */
    public Set<FieldCode> mentions() {
        Set<FieldCode> mentions = new HashSet<>();
        collect(condition, mentions);
        return mentions;
    }

    private static void collect(@Nullable Condition condition, Set<FieldCode> mentions) {
        switch (condition) {
            case null -> {}
            case Condition.And(List<Condition> of) -> of.forEach(part -> collect(part, mentions));
            case Condition.Or(List<Condition> of) -> of.forEach(part -> collect(part, mentions));
            case Condition.Test test -> mentions.add(new FieldCode(test.field()));
        }
    }

    /** Whether what it finds changes with time alone: a function of time stands in it. */
    public boolean dependsOnTime() {
        return dependsOnTime(condition);
    }

    private static boolean dependsOnTime(@Nullable Condition condition) {
        return switch (condition) {
            case null -> false;
            case Condition.And(List<Condition> of) -> of.stream().anyMatch(Query::dependsOnTime);
            case Condition.Or(List<Condition> of) -> of.stream().anyMatch(Query::dependsOnTime);
            case Condition.Test test ->
                test.operands().stream()
                        .anyMatch(operand ->
                                operand instanceof Condition.Operand.Call call && Functions.asksTheTime(call));
        };
    }

    /** The query as text that parses to the same query. */
    public String text() {
        return QueryText.of(this);
    }
}
