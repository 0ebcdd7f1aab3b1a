package org.mimamori.engine.field;

import java.util.List;
import java.util.Optional;

/**
 * Who is to act on the record next.
 *
 * @param enabled whether the app uses it; without, records do not have it
 */
@FieldType("STATUS_ASSIGNEE")
public record StatusAssigneeField(FieldCode code, String label, boolean enabled) implements Field {

    @Override
    public Field inProcess(boolean used, List<Option> statuses) {
        return new StatusAssigneeField(code, label, used);
    }

    @Override
    public boolean noLabel() {
        return false;
    }

    @Override
    public Shape shape() {
        return Shape.ENTITIES;
    }

    @Override
    public Optional<SystemValue> systemValue() {
        return Optional.of(SystemValue.STATUS_ASSIGNEE);
    }

    @Override
    public boolean writable() {
        return false;
    }

    @Override
    public boolean calculable() {
        return false;
    }
}
