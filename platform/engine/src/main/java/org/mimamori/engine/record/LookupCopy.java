package org.mimamori.engine.record;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Lookup;
import org.mimamori.engine.field.Row;
import org.mimamori.engine.field.SystemValue;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.permission.Right;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.query.Filter;
import org.mimamori.engine.query.ResolvedQuery;

/**
 * Copies what lookups copy, through the read path and as the actor: what the actor may not see in the source app cannot
 * be copied out of it. kintone's rules: the key decides, values sent for copied fields do not count while the key is
 * set, a cleared key clears them, and later changes of the source do not follow.
 */
class LookupCopy {

    private final GuardedApps apps;
    private final RecordStore store;

    LookupCopy(GuardedApps apps, RecordStore store) {
        this.apps = apps;
        this.store = store;
    }

    /** The same copying with every source record read once: for loading many records that point at few. */
    LookupCopy remembering() {
        Map<List<Object>, AppRecord> known = new ConcurrentHashMap<>();
        return new LookupCopy(apps, store) {
            @Override
            AppRecord find(Opened source, Field field, Lookup lookup, Value key) {
                return known.computeIfAbsent(
                        List.of(source.app().id(), lookup, key), k -> super.find(source, field, lookup, key));
            }
        };
    }

    void copyInto(Draft draft) {
        AppDefinition app = draft.opened().app();
        for (Field field : app.fields().top()) {
            Lookup lookup = field.lookup();
            if (lookup != null) {
                copyTop(draft, field, lookup);
            }
            if (field.inner().stream().anyMatch(inner -> inner.lookup() != null) && draft.isSubmitted(field.code())) {
                draft.set(field.code(), copyRows(draft, field));
            }
        }
    }

    private void copyTop(Draft draft, Field field, Lookup lookup) {
        if (draft.isSubmitted(field.code()) || draft.isNew()) {
            copied(draft, field, lookup, draft.value(field.code())).forEach(draft::set);
        } else if (!draft.value(field.code()).isBlank()) {
            lookup.fieldMappings().forEach(m -> draft.set(m.field(), draft.valueBefore(m.field())));
        }
    }

    private Value copyRows(Draft draft, Field table) {
        if (!(draft.value(table.code()) instanceof Value.Rows(List<Row> rows))) {
            return Value.BLANK;
        }
        List<Row> before = draft.valueBefore(table.code()) instanceof Value.Rows(List<Row> old) ? old : List.of();
        List<Row> result = new ArrayList<>();
        for (Row row : rows) {
            Optional<Row> known =
                    before.stream().filter(old -> old.id() == row.id()).findFirst();
            result.add(copyRow(draft, table, row, known));
        }
        return Value.rows(result);
    }

    /** A row whose key has not changed keeps its copies: screens send whole tables back. */
    private Row copyRow(Draft draft, Field table, Row row, Optional<Row> known) {
        Map<FieldCode, Value> values = new HashMap<>(row.values());
        for (Field inner : table.inner()) {
            Lookup lookup = inner.lookup();
            if (lookup == null) {
                continue;
            }
            Value key = row.value(inner.code());
            Optional<Row> same = known.filter(old -> old.value(inner.code()).equals(key));
            if (same.isPresent() && !key.isBlank()) {
                lookup.fieldMappings()
                        .forEach(m -> values.put(m.field(), same.get().value(m.field())));
            } else {
                values.putAll(copied(draft, inner, lookup, key));
            }
        }
        values.values().removeIf(Value::isBlank);
        return new Row(row.id(), values);
    }

    /** Values for the copied fields: the source record's, or blank when the key is. */
    private Map<FieldCode, Value> copied(Draft draft, Field field, Lookup lookup, Value key) {
        Map<FieldCode, Value> values = new HashMap<>();
        if (key.isBlank()) {
            if (draft.isSubmitted(field.code()) || isInner(draft, field)) {
                lookup.fieldMappings().forEach(m -> values.put(m.field(), Value.BLANK));
            }
            return values;
        }
        Opened source = source(draft.opened(), field, lookup, key);
        AppRecord found = find(source, field, lookup, key);
        for (Lookup.FieldMapping mapping : lookup.fieldMappings()) {
            Optional<Field> from =
                    source.app().field(mapping.relatedField()).filter(f -> source.readable(f.code(), found));
            Value value = from.map(found::value).orElse(Value.BLANK);
            values.put(mapping.field(), convert(draft.opened().app(), mapping.field(), value));
        }
        return values;
    }

    private static boolean isInner(Draft draft, Field field) {
        return draft.opened().app().fields().tableOf(field.code()).isPresent();
    }

    private Opened source(Opened opened, Field field, Lookup lookup, Value key) {
        try {
            return apps.catalog()
                    .find(lookup.relatedApp())
                    .map(app -> apps.open(opened.actor(), app).require(Right.VIEW))
                    .filter(source -> source.readable(lookup.relatedKeyField()))
                    .orElseThrow(() -> missed(field, key));
        } catch (PlatformException denied) {
            throw missed(field, key);
        }
    }

    AppRecord find(Opened source, Field field, Lookup lookup, Value key) {
        Field keyField = source.app().field(lookup.relatedKeyField()).orElseThrow(() -> missed(field, key));
        Filter filter = keyFilter(keyField, key).orElseThrow(() -> missed(field, key));
        List<AppRecord> found = store.find(
                source.app(),
                new ResolvedQuery(source.veil().over(filter).and(source.access().visible()), List.of(), 1, 0),
                source.needed(wanted(lookup)));
        if (found.isEmpty()) {
            throw missed(field, key);
        }
        return found.getFirst();
    }

    private static Set<FieldCode> wanted(Lookup lookup) {
        Set<FieldCode> wanted = new HashSet<>();
        lookup.fieldMappings().forEach(mapping -> wanted.add(mapping.relatedField()));
        return wanted;
    }

    /** The source record whose key field equals the value; a record number is looked up as the number it is. */
    static Optional<Filter> keyFilter(Field keyField, Value key) {
        if (keyField.systemValue().filter(SystemValue.RECORD_NUMBER::equals).isPresent()) {
            return number(key).map(number -> new Filter.Equal(FieldCode.ID, new Value.Decimal(number)));
        }
        return Optional.of(new Filter.Equal(keyField.code(), key));
    }

    private static Optional<BigDecimal> number(Value key) {
        return switch (key) {
            case Value.Decimal(BigDecimal number) -> Optional.of(number);
            case Value.Text(String text)
            when text.strip().matches("\\d{1,18}") -> Optional.of(new BigDecimal(text.strip()));
            default -> Optional.empty();
        };
    }

    /** A number copied into a text field becomes its text; everything else keeps its shape. */
    private static Value convert(AppDefinition app, FieldCode target, Value value) {
        return app.field(target)
                .map(field -> switch (field.shape()) {
                    case TEXT -> asText(value);
                    case DECIMAL -> number(value).<Value>map(Value.Decimal::new).orElse(Value.BLANK);
                    case CHOICE, CHOICES, DATE, TIME, MOMENT, ENTITY, ENTITIES, FILES, ROWS, NONE -> value;
                })
                .orElse(Value.BLANK);
    }

    private static Value asText(Value value) {
        return switch (value) {
            case Value.Text text -> text;
            case Value.Choice(String option) -> Value.text(option);
            case Value.Decimal(BigDecimal number) -> Value.text(number.toPlainString());
            default -> Value.BLANK;
        };
    }

    private static RuntimeException missed(Field field, Value key) {
        return new Problem.LookupMissed(field.code().text(), asText(key) instanceof Value.Text(String text) ? text : "")
                .asException();
    }
}
