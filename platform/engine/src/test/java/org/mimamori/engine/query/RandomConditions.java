package org.mimamori.engine.query;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Operator;
import org.mimamori.engine.field.Option;
import org.mimamori.engine.field.Shape;
import org.mimamori.engine.query.Condition.Operand;

/** Conditions of the language made up by seeded chance over the corpus app: its fields, tables and related records. */
public final class RandomConditions {

    private static final List<String> FIELDS = List.of(
            "name",
            "note",
            "home",
            "age",
            "sex",
            "level",
            "signs",
            "due",
            "arrive",
            "contact_at",
            "photos",
            "worker",
            "result",
            "minutes",
            "memo",
            "visit_date",
            "visit_at",
            "visit_time",
            "visitor",
            "brought",
            "place",
            "since",
            "next_due",
            "reply_by");
    private static final List<String> RELATED = List.of("outcome", "reported", "points", "comment");

    private static final Set<Operator> EQUALITIES = EnumSet.of(Operator.EQUAL, Operator.NOT_EQUAL);

    private final Random random;
    private final QueryScope scope;
    private final QueryScope other;

    public RandomConditions(Random random, CorpusApp app) {
        this.random = random;
        this.scope = app.scope();
        this.other = app.scope().related(new FieldCode("reports")).orElseThrow().fields();
    }

    public Condition condition(int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return test();
        }
        List<Condition> parts = new ArrayList<>();
        for (int i = random.nextInt(3) + 2; i > 0; i--) {
            parts.add(condition(depth - 1));
        }
        return random.nextBoolean() ? new Condition.And(parts) : new Condition.Or(parts);
    }

    private Condition test() {
        if (random.nextInt(5) == 0) {
            String inner = pick(RELATED);
            Field field = other.field(new FieldCode(inner)).orElseThrow();
            Operator operator = pick(operators(field, true));
            return new Condition.Test("reports", inner, operator, operands(field, operator), 0);
        }
        String code = pick(FIELDS);
        Field field = scope.field(new FieldCode(code)).orElseThrow();
        Operator operator = pick(operators(field, scope.tableOf(field.code()).isPresent()));
        return new Condition.Test(code, null, operator, operands(field, operator), 0);
    }

    /** What the reference says a field takes; where many rows answer, lists stand for equality. */
    private static List<Operator> operators(Field field, boolean ofMany) {
        Set<Operator> operators = EnumSet.copyOf(field.operators());
        if (ofMany && operators.removeAll(EQUALITIES)) {
            operators.addAll(List.of(Operator.IN, Operator.NOT_IN));
        }
        return List.copyOf(operators);
    }

    private List<Operand> operands(Field field, Operator operator) {
        List<Operand> operands = new ArrayList<>();
        switch (operator) {
            case IS_EMPTY, IS_NOT_EMPTY -> {}
            case LIKE, NOT_LIKE ->
                operands.add(new Operand.Quoted(pick(List.of("abc", "おば", "会え", "pdf", "つ", "", "x"))));
            case IN, NOT_IN -> {
                for (int i = random.nextInt(3); i >= 0; i--) {
                    operands.add(operand(field, true));
                }
            }
            case EQUAL, NOT_EQUAL -> operands.add(operand(field, true));
            case GREATER, LESS, GREATER_OR_EQUAL, LESS_OR_EQUAL -> operands.add(operand(field, false));
        }
        return operands;
    }

    private Operand operand(Field field, boolean orNothing) {
        if (orNothing && random.nextInt(6) == 0) {
            return new Operand.Quoted("");
        }
        boolean days = field.shape() == Shape.DATE || field.shape() == Shape.MOMENT;
        if (days && random.nextBoolean()) {
            return Operand.Call.of(pick(List.of("TODAY", "YESTERDAY", "THIS_WEEK", "LAST_MONTH", "THIS_YEAR")));
        }
        return switch (field.shape()) {
            case TEXT -> new Operand.Quoted(pick(List.of("ABC", "abc", "青葉 はな", "会えた", "あおば保育園", "nobody")));
            case DECIMAL -> new Operand.Bare(pick(List.of("5", "0", "-1", "30", "10.5", "3", "8")));
            case CHOICE, CHOICES ->
                new Operand.Quoted(
                        pick(field.options().stream().map(Option::name).toList()));
            case DATE -> new Operand.Quoted(pick(List.of("2026-05-14", "2026-05-15", "2026-05-01", "2024-04-01")));
            case TIME -> new Operand.Quoted(pick(List.of("09:00", "10:00", "15:00", "00:00")));
            case MOMENT ->
                new Operand.Quoted(
                        pick(List.of("2026-05-14T15:00:00Z", "2026-05-15T00:30:00Z", "2026-05-15T01:00:00Z")));
            case ENTITY, ENTITIES ->
                random.nextInt(3) == 0
                        ? Operand.Call.of("LOGINUSER")
                        : new Operand.Quoted(pick(List.of("nursery01", "nursery02", "head01", "coordinator")));
            case FILES, ROWS, NONE ->
                throw new IllegalArgumentException(field.code().text());
        };
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
