package org.mimamori.engine.formula;

import java.util.List;

/** Why a formula is refused when an app is deployed; carries a key of the message bundles, not words. */
public final class FormulaFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient List<Object> args;

    public FormulaFault(String key, Object... args) {
        super(key);
        this.key = key;
        this.args = List.of(args);
    }

    public String key() {
        return key;
    }

    public List<Object> args() {
        return args;
    }
}
