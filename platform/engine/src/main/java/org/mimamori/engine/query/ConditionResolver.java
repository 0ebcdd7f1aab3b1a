package org.mimamori.engine.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        this(scope, context, missing, false);
    }

    private ConditionResolver(QueryScope scope, QueryContext context, MissingOrganization missing, boolean ofMany) {
        this.tests = new TestResolver(scope, context, missing, ofMany);
        this.related = new RelatedTests(scope, context, tests, missing);
    }

    /** For tests on the records of another app that are related to one of this. */
    static ConditionResolver ofRelated(QueryScope other, QueryContext context, MissingOrganization missing) {
        return new ConditionResolver(other, context, missing, true);
    }

    Filter resolve(Condition condition) {
        return switch (condition) {
            case Condition.And and -> conjunction(flat(and).toList());
            case Condition.Or or -> disjunction(or);
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
        Map<String, List<Condition>> ofOneList = new LinkedHashMap<>();
        for (Condition part : parts) {
            RelatedTests.findList(part)
                    .ifPresentOrElse(
                            list -> ofOneList
                                    .computeIfAbsent(list, l -> new ArrayList<>())
                                    .add(part),
                            () -> resolved.add(resolve(part)));
        }
        ofOneList.forEach((list, positive) -> resolved.add(related.sameRecord(list, positive)));
        return Filter.all(sameRow(resolved, Filter::all));
    }

    private Filter disjunction(Condition.Or or) {
        Optional<String> list = RelatedTests.findList(or);
        if (list.isPresent()) {
            return related.sameRecord(list.get(), List.of(or));
        }
        // "Some row passes a or some row passes b" is "some row passes a or b"; said so, it can join an "and" around
        // it.
        return Filter.any(sameRow(or.of().stream().map(this::resolve).toList(), Filter::any));
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
