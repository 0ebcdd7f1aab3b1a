package org.mimamori.engine.field;

import static org.mimamori.engine.field.Operator.EQUAL;
import static org.mimamori.engine.field.Operator.IN;
import static org.mimamori.engine.field.Operator.NOT_EQUAL;
import static org.mimamori.engine.field.Operator.NOT_IN;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How far a record has come in the process of its app.
 *
 * @param enabled whether the app uses it; without, records do not have it
 * @param options the statuses in the order of the process, which is where they are set
 */
@FieldType("STATUS")
public record StatusField(
        FieldCode code,
        String label,
        boolean enabled,
        @JsonIgnore List<Option> options) implements Field {

    public StatusField {
        options = options == null ? List.of() : List.copyOf(options);
    }

    @Override
    public Field inProcess(boolean used, List<Option> statuses) {
        return new StatusField(code, label, used, statuses);
    }

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
