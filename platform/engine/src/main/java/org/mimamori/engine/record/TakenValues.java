package org.mimamori.engine.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.query.Filter;
import org.mimamori.engine.query.FilterTest;
import org.mimamori.engine.query.ResolvedQuery;

/** Which of the values that drafts bring into unique fields other records have; asked once for each field. */
final class TakenValues {

    static final TakenValues NONE = new TakenValues(Map.of());

    /** By field, the stored records that hold one of the drafts' values in it. */
    private final Map<FieldCode, List<AppRecord>> holders;

    private TakenValues(Map<FieldCode, List<AppRecord>> holders) {
        this.holders = holders;
    }

    /** @param drafts of one app */
    static TakenValues ofOthers(RecordStore store, List<Draft> drafts) {
        if (drafts.isEmpty()) {
            return NONE;
        }
        AppDefinition app = drafts.getFirst().opened().app();
        Map<FieldCode, List<AppRecord>> holders = new HashMap<>();
        for (Field field : app.fields().top()) {
            List<Value> values = field.unique() ? values(drafts, field.code()) : List.of();
            if (!values.isEmpty()) {
                Filter held = new Filter.In(field.code(), values);
                // No value has two holders.
                ResolvedQuery query = new ResolvedQuery(held, List.of(), values.size(), 0);
                holders.put(field.code(), store.find(app, query, Set.of(field.code())));
            }
        }
        return new TakenValues(holders);
    }

    private static List<Value> values(List<Draft> drafts, FieldCode field) {
        List<Value> values = new ArrayList<>();
        for (Draft draft : drafts) {
            if (isNew(draft, field)) {
                values.add(draft.value(field));
            }
        }
        return values.stream().distinct().toList();
    }

    /** Whether the draft brings a value into the field that was not there before. */
    static boolean isNew(Draft draft, FieldCode field) {
        Value value = draft.value(field);
        return !value.isBlank() && !value.equals(draft.valueBefore(field));
    }

    /** Whether another record has the draft's value in the field. */
    boolean holds(Draft draft, FieldCode field) {
        AppDefinition app = draft.opened().app();
        AppRecord before = draft.before();
        Filter same = new Filter.Equal(field, draft.value(field));
        return holders.getOrDefault(field, List.of()).stream()
                .filter(other -> before == null || other.id() != before.id())
                .anyMatch(other -> FilterTest.holds(same, code -> other.value(app, code)));
    }
}
