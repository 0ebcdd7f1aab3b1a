package org.mimamori.engine.field;

import java.util.List;

/** The settings of a field contradict themselves or cannot be read: an invalid field cannot exist. */
public final class FieldSettingsFault extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String property;
    private final String key;
    private final transient List<Object> args;

    /**
     * A fault.
     *
     * @param property name of the setting, or dotted path of it ({@code lookup.relatedKeyField})
     * @param key key of the message bundles
     */
    public FieldSettingsFault(String property, String key, Object... args) {
        super(property + ": " + key + " " + List.of(args));
        this.property = property;
        this.key = key;
        this.args = List.of(args);
    }

    public String property() {
        return property;
    }

    public String key() {
        return key;
    }

    public List<Object> args() {
        return args;
    }

    /** The same fault, placed in a field of a table. */
    FieldSettingsFault inside(String outer) {
        return new FieldSettingsFault(outer + "." + property, key, args.toArray());
    }

    /** Throws the fault unless the settings are sound. */
    public static void unless(boolean sound, String property, String key, Object... args) {
        if (!sound) {
            throw new FieldSettingsFault(property, key, args);
        }
    }
}
