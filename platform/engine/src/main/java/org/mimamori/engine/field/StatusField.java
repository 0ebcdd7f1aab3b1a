package org.mimamori.engine.field;

import static org.mimamori.engine.field.Operator.EQUAL;
import static org.mimamori.engine.field.Operator.IN;
import static org.mimamori.engine.field.Operator.NOT_EQUAL;
import static org.mimamori.engine.field.Operator.NOT_IN;

import java.util.Optional;
import java.util.Set;

/**
 * How far a record has come in the process of its app.
 *
 * @param enabled whether the app uses it; without, records do not have it
 */
@FieldType("STATUS")
public record StatusField(FieldCode code, String label, boolean enabled) implements Field {

    @Override
    public boolean noLabel() {
        return false;
    }

    @Override
    public Shape shape() {
        return Shape.CHOICE;
    }

    @Override
    public Optional<SystemValue> systemValue() {
        return Optional.of(SystemValue.STATUS);
    }

    @Override
    public boolean writable() {
        return false;
    }

    /** kintone tests a status with {@code =} too, unlike other choices. */
    @Override
    public Set<Operator> operators() {
        return Set.of(EQUAL, NOT_EQUAL, IN, NOT_IN);
    }

    @Override
    public boolean calculable() {
        return false;
    }
}
