package org.mimamori.engine.field;

import java.util.List;

/** What a client sent cannot be a value of the field. Checked, because every reader of values must place it. */
public final class UnreadableValue extends Exception {

    private static final long serialVersionUID = 1L;

    /** Key for a value whose JSON type is wrong: the edges answer it as malformed JSON, as kintone does. */
    public static final String WRONG_JSON_TYPE = "wrongJsonType";

    private final String key;
    private final transient List<Object> args;

    public UnreadableValue(String key, Object... args) {
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
