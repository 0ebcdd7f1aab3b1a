package org.mimamori.engine.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.query.Condition.Test;

/**
 * Resolves a condition. Positive tests on the same table, or on the same list of related records, that are joined by
 * "and" must hold of one row, as in kintone.
 */
final class ConditionResolver {

    private final TestResolver tests;
    private final RelatedTests related;

    ConditionResolver(QueryScope scope, QueryContext context, MissingOrganization missing) {
        this.tests = new TestResolver(scope, context, missing);
        this.related = new RelatedTests(scope, context, tests, missing);
    }

    Filter resolve(Condition condition) {
        return switch (condition) {
            case Condition.And and -> conjunction(flat(and).toList());
            case Condition.Or(List<Condition> parts) -> disjunction(parts);
            case Test test -> test.relatedField() == null ? tests.resolve(test) : related.resolve(test);
        };
    }

    private static Stream<Condition> flat(Condition condition) {
        return condition instanceof Condition.And(List<Condition> parts)
                ? parts.stream().flatMap(ConditionResolver::flat)
                : Stream.of(condition);
    }

    private Filter conjunction(List<Condition> parts) {
        List<Filter> resolved = new ArrayList<>();
        Map<String, List<Test>> ofOneRelated = new LinkedHashMap<>();
        for (Condition part : parts) {
            if (part instanceof Test test
                    && test.relatedField() != null
                    && !test.operator().negative()) {
                ofOneRelated
                        .computeIfAbsent(test.field(), f -> new ArrayList<>())
                        .add(test);
            } else {
                resolved.add(resolve(part));
            }
        }
        ofOneRelated.forEach((field, positive) -> resolved.add(related.sameRecord(field, positive)));
        return Filter.all(sameRow(resolved, Filter::all));
    }

    private Filter disjunction(List<Condition> parts) {
        // "Some row passes a or some row passes b" is "some row passes a or b"; said so, it can join an "and" around
        // it.
        return Filter.any(sameRow(parts.stream().map(this::resolve).toList(), Filter::any));
    }

    /** The filters, those on some row of the same table joined into one that stands in the place of the first. */
    private static List<Filter> sameRow(List<Filter> filters, Function<List<Filter>, Filter> join) {
        Map<FieldCode, List<Filter>> rows = new LinkedHashMap<>();
        for (Filter filter : filters) {
            if (filter instanceof Filter.AnyRow(FieldCode table, Filter row)) {
                rows.computeIfAbsent(table, t -> new ArrayList<>()).add(row);
            }
        }
        List<Filter> joined = new ArrayList<>();
        for (Filter filter : filters) {
            if (!(filter instanceof Filter.AnyRow(FieldCode table, Filter row))) {
                joined.add(filter);
            } else if (rows.get(table) != null) {
                joined.add(new Filter.AnyRow(table, join.apply(rows.remove(table))));
            }
        }
        return joined;
    }
}
