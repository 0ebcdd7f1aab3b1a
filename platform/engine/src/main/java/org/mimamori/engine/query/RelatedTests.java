package org.mimamori.engine.query;

import java.util.List;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Operator;
import org.mimamori.engine.field.RelatedRecords;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.problem.QueryFault;
import org.mimamori.engine.query.Condition.Test;

/**
 * Resolves tests on related records ({@code visits.result in ("home")}) into tests on this app's key field. A positive
 * test holds when some related record passes; a negative one when none passes its opposite.
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

    /** A test that must hold of one related record; a negative test stands alone. */
    Filter resolve(Test test) {
        Filter key = keyFilter(test.field(), List.of(test));
        return test.operator().negative() ? Filter.not(key) : key;
    }

    /** Positive tests on the same list of related records, which one related record must pass all. */
    Filter sameRecord(String related, List<Test> positive) {
        return keyFilter(related, positive);
    }

    private Filter keyFilter(String related, List<Test> of) {
        RelatedRecords settings = settings(related);
        RelatedScope other =
                scope.related(new FieldCode(related)).orElseThrow(() -> Refusal.of(QueryFault.UNKNOWN_FIELD, related));
        ConditionResolver there = new ConditionResolver(other.fields(), context, missing);
        Filter passing =
                Filter.all(of.stream().map(test -> there.resolve(inner(test))).toList());
        List<Value> keys =
                other.keys(passing).stream().filter(key -> !key.isBlank()).toList();
        return keys.isEmpty() ? Filter.NOTHING : new Filter.In(settings.field(), keys);
    }

    private RelatedRecords settings(String related) {
        Field field = tests.field(related);
        RelatedRecords settings = field.relatedRecords();
        if (settings == null) {
            throw Refusal.of(QueryFault.NOT_RELATED_RECORDS, related);
        }
        return settings;
    }

    private static Test inner(Test test) {
        String inner = test.relatedField() == null ? "" : test.relatedField();
        if (TestResolver.isEquality(test.operator())) {
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
