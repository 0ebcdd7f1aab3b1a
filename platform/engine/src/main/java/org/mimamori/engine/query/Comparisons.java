package org.mimamori.engine.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.Operator;
import org.mimamori.engine.field.Shape;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.QueryFault;
import org.mimamori.engine.query.Condition.Operand;

/** Resolves comparisons of a field with literals and functions. */
final class Comparisons {

    private final Literals literals;
    private final Functions functions;
    private final MissingOrganization missing;

    Comparisons(QueryContext context, MissingOrganization missing) {
        this.literals = new Literals(context.directory(), context.actor().zone());
        this.functions = new Functions(context);
        this.missing = missing;
    }

    /** The comparison without its negation; empty when it is to be left out. */
    Optional<Filter> of(Field field, Operator operator, List<Operand> operands) {
        if (field.shape() == Shape.DATE || field.shape() == Shape.MOMENT) {
            return Optional.of(inTime(field, operator, operands));
        }
        List<Value> values = new ArrayList<>();
        for (Operand operand : operands) {
            value(field, operand).ifPresent(values::add);
        }
        if (values.size() < operands.size() && missing == MissingOrganization.LEAVES_TEST_OUT) {
            return Optional.empty();
        }
        return Optional.of(values.isEmpty() ? Filter.NOTHING : comparedValues(field, operator, values));
    }

    /** A function of time stands for days, a literal for one of them or for a minute. */
    private Filter inTime(Field field, Operator operator, List<Operand> operands) {
        List<Filter> parts = new ArrayList<>();
        List<Value> values = new ArrayList<>();
        for (Operand operand : operands) {
            if (operand instanceof Operand.Call call) {
                parts.add(functions.days(field, call).compared(field.code(), operator));
            } else {
                values.add(literals.read(field, text(operand).orElse("")));
            }
        }
        if (!values.isEmpty()) {
            parts.add(comparedValues(field, operator, values));
        }
        return Filter.any(parts);
    }

    private static Filter comparedValues(Field field, Operator operator, List<Value> values) {
        if (Ranges.needsOrder(operator) && values.getFirst().isBlank()) {
            throw blankHasNoOrder(field);
        }
        return Ranges.compared(field.code(), operator, values);
    }

    /** Empty only for the organisation of a reader who has none. */
    private Optional<Value> value(Field field, Operand operand) {
        return switch (operand) {
            case Operand.Quoted(String text) -> Optional.of(literals.read(field, text));
            case Operand.Bare(String text) -> Optional.of(literals.read(field, text));
            case Operand.Call call ->
                switch (field.shape()) {
                    case ENTITY, ENTITIES -> functions.entity(field, call);
                    case TEXT, DECIMAL, CHOICE, CHOICES, DATE, TIME, MOMENT, FILES, ROWS, NONE ->
                        throw Functions.refuse(field, call);
                };
        };
    }

    /** What an operand writes; empty for a function. */
    static Optional<String> text(Operand operand) {
        return switch (operand) {
            case Operand.Quoted(String text) -> Optional.of(text);
            case Operand.Bare(String text) -> Optional.of(text);
            case Operand.Call call -> Optional.empty();
        };
    }

    private static PlatformException blankHasNoOrder(Field field) {
        return Refusal.of(QueryFault.BAD_LITERAL, field.code().text(), "");
    }
}
