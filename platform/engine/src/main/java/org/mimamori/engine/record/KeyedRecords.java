package org.mimamori.engine.record;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.query.Filter;
import org.mimamori.engine.query.FilterTest;
import org.mimamori.engine.query.ResolvedQuery;
import org.mimamori.engine.record.RecordIntake.Item;
import org.mimamori.engine.record.RecordIntake.Way;

/** The records a batch names by their keys, read with one query: those that the actor may see. */
final class KeyedRecords {

    private final Opened opened;
    private final Way way;
    private final Map<Long, AppRecord> records;

    private KeyedRecords(Opened opened, Way way, List<AppRecord> records) {
        this.opened = opened;
        this.way = way;
        this.records = records.stream().collect(Collectors.toMap(AppRecord::id, Function.identity()));
    }

    static KeyedRecords of(Opened opened, RecordStore store, Way way, List<Item> items) {
        FieldCode key = way.key();
        if (key == null) {
            return new KeyedRecords(opened, way, List.of());
        }
        List<Value> keys = items.stream()
                .map(Item::key)
                .filter(value -> !value.isBlank())
                .distinct()
                .toList();
        return new KeyedRecords(opened, way, keys.isEmpty() ? List.of() : find(opened, store, key, keys));
    }

    private static List<AppRecord> find(Opened opened, RecordStore store, FieldCode key, List<Value> keys) {
        Filter visible = opened.access().visible();
        if (key.equals(FieldCode.ID)) {
            List<Long> ids = keys.stream().map(KeyedRecords::id).toList();
            return store.findAll(opened.app(), ids, visible);
        }
        boolean names = opened.app().field(key).filter(Field::unique).isPresent() && opened.readable(key);
        if (!names) {
            throw Problem.BadParameter.of("key", "notUnique", key.text()).asException();
        }
        Filter named = opened.veil().over(new Filter.In(key, keys)).and(visible);
        // No value has two holders.
        return store.find(opened.app(), new ResolvedQuery(named, List.of(), keys.size(), 0), null);
    }

    /** The record of that key; null when there is none the actor may see. */
    @Nullable
    AppRecord of(Value value) {
        FieldCode key = way.key();
        if (key == null || value.isBlank()) {
            return null;
        }
        if (key.equals(FieldCode.ID)) {
            return records.get(id(value));
        }
        Filter same = new Filter.Equal(key, value);
        return records.values().stream()
                .filter(record -> FilterTest.holds(same, code -> record.value(opened.app(), code)))
                .findFirst()
                .orElse(null);
    }

    /** Numbers beyond those of any record are nobody's. */
    private static long id(Value key) {
        return key instanceof Value.Decimal(BigDecimal number)
                        && number.precision() - number.scale() <= 18
                        && number.stripTrailingZeros().scale() <= 0
                ? number.longValueExact()
                : 0;
    }
}
