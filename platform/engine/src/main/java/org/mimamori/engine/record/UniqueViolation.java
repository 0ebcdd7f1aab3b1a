package org.mimamori.engine.record;

import java.util.List;
import org.mimamori.engine.field.FieldCode;

/** The store found that a write would give two records the same values of a unique key. */
public final class UniqueViolation extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldCode> key;

    /** @param key fields of the violated key; empty when the store cannot tell */
    public UniqueViolation(List<FieldCode> key, Throwable cause) {
        super(key.toString(), cause);
        this.key = List.copyOf(key);
    }

    public List<FieldCode> key() {
        return key;
    }
}
