package org.mimamori.engine.app;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.SystemValue;
import org.mimamori.engine.query.QueryScope;

/** The fields of a form, found by code. Immutable; also the scope of queries that may mention every field. */
public final class FormFields implements QueryScope {

    private final List<Field> top;
    private final Map<FieldCode, Field> byCode = new LinkedHashMap<>();
    private final Map<FieldCode, FieldCode> tables = new HashMap<>();
    private final Map<SystemValue, Field> system = new HashMap<>();

    /** @param top top-level fields in form order, system fields included */
    public FormFields(List<Field> top) {
        this.top = List.copyOf(top);
        for (Field field : this.top) {
            byCode.put(field.code(), field);
            field.systemValue().ifPresent(value -> system.put(value, field));
            for (Field inner : field.inner()) {
                byCode.put(inner.code(), inner);
                tables.put(inner.code(), field.code());
            }
        }
    }

    /** Top-level fields in form order. */
    public List<Field> top() {
        return top;
    }

    /** All fields, each table followed by its inner ones. */
    public Stream<Field> all() {
        return byCode.values().stream();
    }

    @Override
    public Optional<Field> field(FieldCode code) {
        return Optional.ofNullable(byCode.get(code));
    }

    @Override
    public Optional<FieldCode> tableOf(FieldCode code) {
        return Optional.ofNullable(tables.get(code));
    }

    /** The system field that shows this; every app has all of them. */
    public Field system(SystemValue value) {
        Field field = system.get(value);
        if (field == null) {
            throw new IllegalStateException("no system field " + value);
        }
        return field;
    }
}
