package org.mimamori.engine.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mimamori.engine.app.View;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Operator;
import org.mimamori.engine.query.Condition;
import org.mimamori.engine.query.Query;
import org.mimamori.engine.query.SortKey;

/**
 * What a condition and an order ask of an index.
 *
 * @param equal fields that must equal something
 * @param sort the order
 * @param range fields that must lie in a range
 */
record ViewNeeds(List<FieldCode> equal, List<SortKey> sort, List<FieldCode> range) {

    static ViewNeeds of(View view) {
        ViewNeeds needs = of(view.filterCond());
        List<FieldCode> range = new ArrayList<>(needs.range);
        if (view.date() != null) {
            range.addFirst(view.date());
        }
        return new ViewNeeds(needs.equal, Query.parseSort(view.sort()), range);
    }

    /** Of a condition, what must hold in any case; what holds only with something else narrows nothing. */
    static ViewNeeds of(String condition) {
        List<Condition.Test> tests =
                Condition.parse(condition).stream().flatMap(ViewNeeds::joined).toList();
        return new ViewNeeds(fields(tests, ViewNeeds::isEquality), List.of(), fields(tests, ViewNeeds::isRange));
    }

    /** Every field whose value a condition compares, whether it must hold or may. */
    static List<FieldCode> compared(String condition) {
        List<Condition.Test> tests =
                Condition.parse(condition).stream().flatMap(ViewNeeds::all).toList();
        return fields(tests, operator -> operator != Operator.LIKE && operator != Operator.NOT_LIKE);
    }

    private static Stream<Condition.Test> all(Condition condition) {
        return switch (condition) {
            case Condition.And(List<Condition> of) -> of.stream().flatMap(ViewNeeds::all);
            case Condition.Or(List<Condition> of) -> of.stream().flatMap(ViewNeeds::all);
            case Condition.Test test -> Stream.of(test).filter(t -> t.relatedField() == null);
        };
    }

    private static Stream<Condition.Test> joined(Condition condition) {
        return switch (condition) {
            case Condition.And(List<Condition> of) -> of.stream().flatMap(ViewNeeds::joined);
            case Condition.Or or -> Stream.empty();
            case Condition.Test test -> Stream.of(test).filter(t -> t.relatedField() == null);
        };
    }

    private static List<FieldCode> fields(List<Condition.Test> tests, Predicate<Operator> wanted) {
        return tests.stream()
                .filter(test -> wanted.test(test.operator()))
                .map(test -> new FieldCode(test.field()))
                .distinct()
                .toList();
    }

    private static boolean isEquality(Operator operator) {
        return switch (operator) {
            case EQUAL, IN -> true;
            case NOT_EQUAL,
                    GREATER,
                    LESS,
                    GREATER_OR_EQUAL,
                    LESS_OR_EQUAL,
                    NOT_IN,
                    LIKE,
                    NOT_LIKE,
                    IS_EMPTY,
                    IS_NOT_EMPTY -> false;
        };
    }

    private static boolean isRange(Operator operator) {
        return switch (operator) {
            case GREATER, LESS, GREATER_OR_EQUAL, LESS_OR_EQUAL -> true;
            case EQUAL, NOT_EQUAL, IN, NOT_IN, LIKE, NOT_LIKE, IS_EMPTY, IS_NOT_EMPTY -> false;
        };
    }

    /** The first range that the order does not follow anyway. */
    Optional<FieldCode> otherRange() {
        return range.stream()
                .filter(code -> sort.isEmpty() || !sort.getFirst().field().equals(code))
                .findFirst();
    }
}
