package org.mimamori.engine.app;

import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Shape;

/** A roll-up as formulas see it: a name and the form of its value. */
record RollupField(FieldCode code, Shape shape) implements Field {

    static RollupField of(Rollup rollup) {
        return new RollupField(rollup.name(), rollup.shape());
    }

    @Override
    public String label() {
        return code.text();
    }

    @Override
    public boolean noLabel() {
        return true;
    }

    @Override
    public String type() {
        return "ROLLUP";
    }

    @Override
    public boolean writable() {
        return false;
    }
}
