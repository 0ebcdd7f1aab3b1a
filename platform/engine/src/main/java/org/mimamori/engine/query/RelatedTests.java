package org.mimamori.engine.query;

import java.util.List;
import java.util.Optional;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Operator;
import org.mimamori.engine.field.RelatedRecords;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.problem.QueryFault;
import org.mimamori.engine.query.Condition.Test;

/**
 * Resolves tests on related records ({@code visits.result in ("home")}) into tests on this app's key field. As with the
 * rows of a table, a positive test holds when some related record passes, a negative one when there are related records
 * and all of them pass.
 */
final class RelatedTests {

    private final QueryScope scope;
    private final QueryContext context;
    private final TestResolver tests;
    private final MissingOrganization missing;

    RelatedTests(QueryScope scope, QueryContext context, TestResolver tests, MissingOrganization missing) {
        this.scope = scope;
        this.context = context;
        this.tests = tests;
        this.missing = missing;
    }

    /** A test that stands alone. */
    Filter resolve(Test test) {
        Filter passing = sameRecord(test.field(), List.of(test));
        return test.operator().negative()
                ? keys(test.field(), Filter.EVERYTHING).and(Filter.not(passing))
                : passing;
    }

    /** The list of related records that all tests of a condition are about, none of them negative. */
    static Optional<String> findList(Condition condition) {
        return switch (condition) {
            case Test test ->
                test.relatedField() == null || test.operator().negative()
                        ? Optional.empty()
                        : Optional.of(test.field());
            case Condition.And(List<Condition> of) -> findList(of);
            case Condition.Or(List<Condition> of) -> findList(of);
        };
    }

    private static Optional<String> findList(List<Condition> parts) {
        Optional<String> first = findList(parts.getFirst());
        return parts.stream().allMatch(part -> findList(part).equals(first)) ? first : Optional.empty();
    }

    /** Conditions, without their negation, on one list of related records: one related record must meet them all. */
    Filter sameRecord(String related, List<? extends Condition> conditions) {
        ConditionResolver there = ConditionResolver.ofRelated(other(related).fields(), context, missing);
        List<Filter> passing = conditions.stream()
                .map(condition -> there.resolve(inner(condition)))
                .toList();
        return keys(related, Filter.all(passing));
    }

    private Filter keys(String related, Filter passing) {
        List<Value> keys = other(related).keys(passing).stream()
                .filter(key -> !key.isBlank())
                .toList();
        return keys.isEmpty() ? Filter.NOTHING : new Filter.In(settings(related).field(), keys);
    }

    private RelatedScope other(String related) {
        settings(related);
        return scope.related(new FieldCode(related)).orElseThrow(() -> Refusal.of(QueryFault.UNKNOWN_FIELD, related));
    }

    private RelatedRecords settings(String related) {
        RelatedRecords settings = related.equals(FieldCode.ID.text())
                ? null
                : tests.field(related).relatedRecords();
        if (settings == null) {
            throw Refusal.of(QueryFault.NOT_RELATED_RECORDS, related);
        }
        return settings;
    }

    /** The condition as the other app's own. */
    private static Condition inner(Condition condition) {
        return switch (condition) {
            case Test test -> inner(test);
            case Condition.And(List<Condition> of) ->
                new Condition.And(of.stream().map(RelatedTests::inner).toList());
            case Condition.Or(List<Condition> of) ->
                new Condition.Or(of.stream().map(RelatedTests::inner).toList());
        };
    }

    private static Test inner(Test test) {
        String inner = test.relatedField() == null ? "" : test.relatedField();
        if (TestResolver.isEquality(test.operator()) && !inner.equals(FieldCode.ID.text())) {
            throw Refusal.of(
                    QueryFault.OPERATOR_NOT_ALLOWED,
                    test.field() + "." + inner,
                    test.operator().sign());
        }
        return new Test(inner, null, opposite(test.operator()), test.operands(), test.position());
    }

    /** The operator without its negation. */
    private static Operator opposite(Operator operator) {
        return switch (operator) {
            case NOT_IN -> Operator.IN;
            case NOT_LIKE -> Operator.LIKE;
            case IS_NOT_EMPTY -> Operator.IS_EMPTY;
            case NOT_EQUAL -> Operator.EQUAL;
            case EQUAL, GREATER, LESS, GREATER_OR_EQUAL, LESS_OR_EQUAL, IN, LIKE, IS_EMPTY -> operator;
        };
    }
}
