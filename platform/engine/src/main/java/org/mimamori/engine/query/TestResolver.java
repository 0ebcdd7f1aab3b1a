package org.mimamori.engine.query;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Operator;
import org.mimamori.engine.field.SystemValue;
import org.mimamori.engine.problem.QueryFault;
import org.mimamori.engine.query.Condition.Operand;
import org.mimamori.engine.query.Condition.Test;
import org.mimamori.engine.text.Folding;

/** Resolves one test on a field of the app itself. */
final class TestResolver {

    private final QueryScope scope;
    private final Comparisons comparisons;
    private final RecordNumbers recordNumbers;
    private final boolean ofMany;

    /** @param ofMany whether the fields are those of related records, of which there are many to one record */
    TestResolver(QueryScope scope, QueryContext context, MissingOrganization missing, boolean ofMany) {
        this.scope = scope;
        this.comparisons = new Comparisons(context, missing);
        this.recordNumbers = new RecordNumbers(scope.appCode());
        this.ofMany = ofMany;
    }

    Filter resolve(Test test) {
        if (test.field().equals(FieldCode.ID.text())) {
            requireOperator(RecordNumbers.OPERATORS, test);
            return negated(test.operator(), recordNumbers.positive(test));
        }
        Field field = field(test.field());
        requireProcess(field);
        Optional<FieldCode> table = scope.tableOf(field.code());
        checkOptions(field, test);
        requireOperator(operators(field, ofMany || table.isPresent()), test);
        if (isRecordNumber(field)) {
            requireOperator(RecordNumbers.OPERATORS, test);
            return negated(test.operator(), recordNumbers.positive(test));
        }
        if (table.isPresent() && isEquality(test.operator())) {
            throw Refusal.of(QueryFault.EQUALITY_IN_TABLE, test.field());
        }
        return positive(field, test)
                .map(positive -> placed(table, test.operator(), positive))
                .orElse(Filter.EVERYTHING);
    }

    /** The field of that code; the hidden and the unknown give the same refusal. */
    Field field(String code) {
        return scope.field(new FieldCode(code)).orElseThrow(() -> Refusal.of(QueryFault.UNKNOWN_FIELD, code));
    }

    static boolean isRecordNumber(Field field) {
        return field.systemValue().filter(SystemValue.RECORD_NUMBER::equals).isPresent();
    }

    /** Where many rows answer, kintone writes {@code in} for {@code =}, of days and times as well. */
    private static Set<Operator> operators(Field field, boolean ofMany) {
        Set<Operator> own = field.operators();
        if (!ofMany || !own.contains(Operator.EQUAL)) {
            return own;
        }
        Set<Operator> operators = EnumSet.copyOf(own);
        operators.addAll(List.of(Operator.IN, Operator.NOT_IN));
        return operators;
    }

    static boolean isEquality(Operator operator) {
        return operator == Operator.EQUAL || operator == Operator.NOT_EQUAL;
    }

    private static Filter placed(Optional<FieldCode> table, Operator operator, Filter positive) {
        Filter test = negated(operator, positive);
        return table.<Filter>map(t -> operator.negative() ? new Filter.EveryRow(t, test) : new Filter.AnyRow(t, test))
                .orElse(test);
    }

    private static Filter negated(Operator operator, Filter positive) {
        return operator.negative() ? Filter.not(positive) : positive;
    }

    /** kintone refuses to look for statuses where there are none. */
    static void requireProcess(Field field) {
        boolean ofProcess = field.systemValue()
                .filter(value -> value == SystemValue.STATUS || value == SystemValue.STATUS_ASSIGNEE)
                .isPresent();
        if (ofProcess && !field.enabled()) {
            throw Refusal.of(QueryFault.PROCESS_OFF, field.code().text());
        }
    }

    /** kintone looks at the options before the operator. */
    private static void checkOptions(Field field, Test test) {
        if (field.options().isEmpty()) {
            return;
        }
        for (Operand operand : test.operands()) {
            Comparisons.text(operand)
                    .filter(text -> !text.isEmpty())
                    .filter(text ->
                            field.options().stream().noneMatch(o -> o.name().equals(text)))
                    .ifPresent(text -> {
                        throw Refusal.of(QueryFault.UNKNOWN_OPTION, test.field(), text);
                    });
        }
    }

    private static void requireOperator(Set<Operator> allowed, Test test) {
        if (!allowed.contains(test.operator())) {
            throw Refusal.of(
                    QueryFault.OPERATOR_NOT_ALLOWED,
                    test.field(),
                    test.operator().sign());
        }
    }

    /** The test without its negation; empty when it is to be left out. */
    private Optional<Filter> positive(Field field, Test test) {
        Operator operator = test.operator();
        return switch (operator) {
            case IS_EMPTY, IS_NOT_EMPTY -> Optional.of(new Filter.Empty(field.code()));
            case LIKE, NOT_LIKE -> Optional.of(contains(field, test));
            case EQUAL, NOT_EQUAL, GREATER, LESS, GREATER_OR_EQUAL, LESS_OR_EQUAL, IN, NOT_IN ->
                comparisons.of(field, operator, test.operands());
        };
    }

    private static Filter contains(Field field, Test test) {
        String needle = Comparisons.text(test.operands().getFirst()).orElse("");
        // The empty text is part of every text; what a filter row that nobody has filled in should do.
        return Folding.fold(needle).isEmpty() ? Filter.EVERYTHING : new Filter.Contains(field.code(), needle);
    }
}
