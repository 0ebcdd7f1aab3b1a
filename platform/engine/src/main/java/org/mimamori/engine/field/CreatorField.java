package org.mimamori.engine.field;

import static org.mimamori.engine.field.Operator.IN;
import static org.mimamori.engine.field.Operator.NOT_IN;

import java.util.Optional;
import java.util.Set;

/** Who made the record. */
@FieldType("CREATOR")
public record CreatorField(FieldCode code, String label, boolean noLabel) implements Field {

    @Override
    public Shape shape() {
        return Shape.ENTITY;
    }

    @Override
    public Optional<SystemValue> systemValue() {
        return Optional.of(SystemValue.CREATOR);
    }

    @Override
    public boolean writable() {
        return false;
    }

    /** Every record has it, so there is no test for emptiness. */
    @Override
    public Set<Operator> operators() {
        return Set.of(IN, NOT_IN);
    }
}
