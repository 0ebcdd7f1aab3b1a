package org.mimamori.engine.field;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.problem.FieldProblem;
import tools.jackson.databind.node.ObjectNode;

/**
 * One line of text; with a formula it is filled by calculation, with a lookup from another app.
 *
 * @param expression formula that gives the text; empty for none
 */
@FieldType("SINGLE_LINE_TEXT")
public record SingleLineTextField(
        FieldCode code,
        String label,
        boolean noLabel,
        boolean required,
        boolean unique,
        @Nullable Integer maxLength,
        @Nullable Integer minLength,
        String defaultValue,
        String expression,
        boolean hideExpression,
        @Nullable Lookup lookup)
        implements Field {

    public SingleLineTextField {
        TextLength.of(minLength, maxLength, unique).require(defaultValue);
        Lookups.require(lookup, unique || !defaultValue.isEmpty() || !expression.isEmpty());
    }

    @Override
    public Shape shape() {
        return Shape.TEXT;
    }

    @Override
    public boolean writable() {
        return expression.isEmpty();
    }

    @Override
    public @Nullable String formula() {
        return expression.isEmpty() ? null : expression;
    }

    @Override
    public Value initial(Initial initial) {
        return Value.text(defaultValue);
    }

    @Override
    public void check(Value value, Consumer<FieldProblem> problems) {
        TextLength.of(minLength, maxLength, unique).check(code, value, problems);
    }

    @Override
    public ObjectNode valueSchema() {
        return TextLength.of(minLength, maxLength, unique).describe(ValueSchemas.of(this));
    }
}
