package org.mimamori.ui.list;

import java.util.List;
import java.util.Optional;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.Operator;
import org.mimamori.engine.query.Condition.Operand;
import org.mimamori.ui.field.FieldContext;

/** Finds the control in which the operands of a comparison are chosen, by the field's shape. */
final class Operands {

    private Operands() {}

    /** A control with nothing chosen yet. */
    static OperandPane of(Field field, Operator operator, FieldContext context) {
        return of(field, operator, List.of(), context)
                .orElseThrow(() -> new IllegalArgumentException(field.code() + " " + operator));
    }

    /** A control that shows these operands; empty when none can: then the condition is kept as text. */
    static Optional<OperandPane> of(Field field, Operator operator, List<Operand> operands, FieldContext context) {
        if (operator == Operator.IS_EMPTY || operator == Operator.IS_NOT_EMPTY) {
            return Optional.of(new NoOperand());
        }
        boolean several = operator == Operator.IN || operator == Operator.NOT_IN;
        return switch (field.shape()) {
            case TEXT, FILES -> several ? TermsOperand.texts(operands, context) : TermOperand.text(operands, context);
            case DECIMAL -> several ? TermsOperand.numbers(operands, context) : TermOperand.number(operands, context);
            case TIME -> TermOperand.time(operands, context);
            case CHOICE, CHOICES -> several ? OptionsOperand.of(field, operands, context) : Optional.empty();
            case ENTITY, ENTITIES -> EntitiesOperand.of(field, operands, context);
            case DATE, MOMENT -> several ? Optional.empty() : DayOperand.of(field.shape(), operands, context);
            case ROWS, NONE -> Optional.empty();
        };
    }
}
