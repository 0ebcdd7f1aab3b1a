package org.mimamori.engine.field;

import static org.mimamori.engine.field.Operator.EQUAL;
import static org.mimamori.engine.field.Operator.GREATER;
import static org.mimamori.engine.field.Operator.GREATER_OR_EQUAL;
import static org.mimamori.engine.field.Operator.LESS;
import static org.mimamori.engine.field.Operator.LESS_OR_EQUAL;
import static org.mimamori.engine.field.Operator.NOT_EQUAL;

import java.util.Optional;
import java.util.Set;

/** When the record was made. */
@FieldType("CREATED_TIME")
public record CreatedTimeField(FieldCode code, String label, boolean noLabel) implements Field {

    @Override
    public Shape shape() {
        return Shape.MOMENT;
    }

    @Override
    public Optional<SystemValue> systemValue() {
        return Optional.of(SystemValue.CREATED_TIME);
    }

    @Override
    public boolean writable() {
        return false;
    }

    /** Every record has it, so there is no test for emptiness. */
    @Override
    public Set<Operator> operators() {
        return Set.of(EQUAL, NOT_EQUAL, GREATER, LESS, GREATER_OR_EQUAL, LESS_OR_EQUAL);
    }
}
