package org.mimamori.engine.record;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.SystemValue;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.permission.Accessibility;

/**
 * A record, or the part of it that was asked for and may be seen.
 *
 * @param id record number; 0 for a record not yet saved
 * @param revision grows by one with every change
 * @param values what fields hold, by top-level field code; a code that is absent is blank or was not asked for
 * @param varying what the reader may do in this record with those fields for which that depends on the record
 */
public record AppRecord(
        AppId app,
        long id,
        long revision,
        EntityRef creator,
        Instant createdAt,
        EntityRef modifier,
        Instant updatedAt,
        Map<FieldCode, Value> values,
        Map<FieldCode, Accessibility> varying) {

    public AppRecord {
        values = Map.copyOf(values);
        varying = Map.copyOf(varying);
    }

    /** A whole record. */
    public AppRecord(
            AppId app,
            long id,
            long revision,
            EntityRef creator,
            Instant createdAt,
            EntityRef modifier,
            Instant updatedAt,
            Map<FieldCode, Value> values) {
        this(app, id, revision, creator, createdAt, modifier, updatedAt, values, Map.of());
    }

    /** Whether the reader may see the field in other records but not in this one. */
    public boolean hides(FieldCode code) {
        return varying.getOrDefault(code, Accessibility.WRITE) == Accessibility.NONE;
    }

    /** The record as a reader sees it: only those values, and none of a field hidden in this record. */
    AppRecord seen(Set<FieldCode> shown, Map<FieldCode, Accessibility> rights) {
        Map<FieldCode, Value> kept = values.entrySet().stream()
                .filter(entry -> shown.contains(entry.getKey()))
                .filter(entry ->
                        rights.getOrDefault(entry.getKey(), Accessibility.READ).readable())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new AppRecord(app, id, revision, creator, createdAt, modifier, updatedAt, kept, rights);
    }

    public Value value(FieldCode code) {
        return values.getOrDefault(code, Value.BLANK);
    }

    public AppRecord with(Map<FieldCode, Value> changes) {
        Map<FieldCode, Value> merged = new LinkedHashMap<>(values);
        merged.putAll(changes);
        return new AppRecord(app, id, revision, creator, createdAt, modifier, updatedAt, merged, varying);
    }

    /** What a field shows: a stored value, or the record's own data for a system field. */
    public Value value(Field field) {
        if (hides(field.code())) {
            return Value.BLANK;
        }
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
