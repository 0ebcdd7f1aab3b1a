package org.mimamori.engine.record;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.SystemValue;
import org.mimamori.engine.field.Value;

/**
 * A record, or the part of it that was asked for and may be seen.
 *
 * @param id record number; 0 for a record not yet saved
 * @param revision grows by one with every change
 * @param values what fields hold, by top-level field code; a code that is absent is blank or was not asked for
 */
public record AppRecord(
        AppId app,
        long id,
        long revision,
        EntityRef creator,
        Instant createdAt,
        EntityRef modifier,
        Instant updatedAt,
        Map<FieldCode, Value> values) {

    public AppRecord {
        values = Map.copyOf(values);
    }

    public Value value(FieldCode code) {
        return values.getOrDefault(code, Value.BLANK);
    }

    public AppRecord with(Map<FieldCode, Value> changes) {
        Map<FieldCode, Value> merged = new LinkedHashMap<>(values);
        merged.putAll(changes);
        return new AppRecord(app, id, revision, creator, createdAt, modifier, updatedAt, merged);
    }

    /** What a field shows: a stored value, or the record's own data for a system field. */
    public Value value(Field field) {
        return field.systemValue().flatMap(this::own).orElseGet(() -> value(field.code()));
    }

    /** The value a filter or formula sees under this code. */
    public Value value(AppDefinition definition, FieldCode code) {
        if (code.equals(FieldCode.ID)) {
            return new Value.Decimal(BigDecimal.valueOf(id));
        }
        return definition.field(code).map(this::value).orElseGet(() -> value(code));
    }

    private Optional<Value> own(SystemValue value) {
        return switch (value) {
            case RECORD_NUMBER -> Optional.of(new Value.Decimal(BigDecimal.valueOf(id)));
            case CREATOR -> Optional.of(new Value.Entity(creator));
            case CREATED_TIME -> Optional.of(new Value.Moment(createdAt));
            case MODIFIER -> Optional.of(new Value.Entity(modifier));
            case UPDATED_TIME -> Optional.of(new Value.Moment(updatedAt));
            case STATUS, STATUS_ASSIGNEE, CATEGORY -> Optional.empty();
        };
    }
}
