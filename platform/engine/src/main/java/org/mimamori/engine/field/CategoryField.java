package org.mimamori.engine.field;

import java.util.Optional;

/**
 * The categories the record is filed under.
 *
 * @param enabled whether the app uses it; without, records do not have it
 */
@FieldType("CATEGORY")
public record CategoryField(FieldCode code, String label, boolean enabled) implements Field {

    @Override
    public boolean noLabel() {
        return false;
    }

    @Override
    public Shape shape() {
        return Shape.CHOICES;
    }

    @Override
    public Optional<SystemValue> systemValue() {
        return Optional.of(SystemValue.CATEGORY);
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
