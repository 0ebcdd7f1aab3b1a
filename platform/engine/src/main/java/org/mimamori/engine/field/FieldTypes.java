package org.mimamori.engine.field;

import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** The field types an installation knows, by name; reads and writes their settings. */
public final class FieldTypes {

    private final Map<String, Class<? extends Field>> types;

    private FieldTypes(Map<String, Class<? extends Field>> types) {
        this.types = Map.copyOf(types);
    }

    /** kintone's types. One line per type; nothing is found by scanning. */
    public static FieldTypes standard() {
        return new FieldTypes(Map.of());
    }

    /** These types and some more: how a plug-in or a test adds one. */
    public FieldTypes with(List<Class<? extends Field>> more) {
        throw new IllegalStateException(more.toString());
    }

    public Set<String> names() {
        return types.keySet();
    }

    /** A field from its settings JSON, which must already conform to the type's schema. */
    public Field read(ObjectNode settings) {
        throw new IllegalStateException(settings.toString());
    }

    /** The settings JSON of a field: exactly kintone's property names, numbers as strings, unset as "". */
    public ObjectNode write(Field field) {
        throw new IllegalStateException(field.toString());
    }
}
