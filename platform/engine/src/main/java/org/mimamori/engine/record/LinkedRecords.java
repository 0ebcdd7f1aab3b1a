package org.mimamori.engine.record;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Lookup;
import org.mimamori.engine.field.RelatedApp;
import org.mimamori.engine.field.RelatedRecords;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.permission.Right;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.query.Filter;
import org.mimamori.engine.query.Query;
import org.mimamori.engine.query.QueryLimits;
import org.mimamori.engine.query.ResolvedQuery;

/** Records of other apps that a record points at: what a lookup offers, what related records show. */
final class LinkedRecords {

    private final GuardedApps apps;
    private final RecordStore store;

    LinkedRecords(GuardedApps apps, RecordStore store) {
        this.apps = apps;
        this.store = store;
    }

    RecordPage candidates(Opened opened, FieldCode code, String text, QueryLimits page, int offset) {
        Lookup lookup = opened.app()
                .field(code)
                .filter(field -> opened.readable(field.code()))
                .map(Field::lookup)
                .orElseThrow(() -> Problem.BadParameter.of("field", "noLookup", code.text())
                        .asException());
        return source(opened, lookup.relatedApp())
                .map(source -> page(
                        source,
                        typed(source, lookup, text),
                        lookup.filterCond(),
                        lookup.sort(),
                        offset,
                        page.defaultLimit()))
                .orElse(new RecordPage(List.of(), 0L));
    }

    RecordPage related(Opened opened, AppRecord record, FieldCode code, int offset) {
        RelatedRecords settings = opened.app()
                .field(code)
                .filter(field -> opened.readable(field.code(), record))
                .map(Field::relatedRecords)
                .orElseThrow(() -> Problem.BadParameter.of("field", "noRelatedRecords", code.text())
                        .asException());
        // The list shows what the key holds, so who may not see the key sees no list.
        Value key =
                opened.readable(settings.field(), record) ? record.value(opened.app(), settings.field()) : Value.BLANK;
        Optional<Opened> source = source(opened, settings.relatedApp());
        if (key.isBlank() || source.isEmpty() || !source.get().readable(settings.relatedField())) {
            return new RecordPage(List.of(), 0L);
        }
        Filter same = new Filter.Equal(settings.relatedField(), key);
        return page(source.get(), same, settings.filterCond(), settings.sort(), offset, settings.size());
    }

    private RecordPage page(Opened source, Filter filter, String cond, String sort, int offset, int limit) {
        Query order = Query.parse(sort.isBlank() ? "" : "order by " + sort);
        // The definition's own condition may rest on fields the reader may not see; the order may not, or it leaks.
        List<org.mimamori.engine.query.SortKey> keys = order.sort().stream()
                .filter(key -> source.readable(key.field()))
                .map(source.veil()::over)
                .toList();
        Filter all = Filter.all(List.of(
                source.veil().over(filter),
                source.defined().resolveCondition(cond),
                source.access().visible()));
        Set<FieldCode> shown = source.readableFields();
        List<AppRecord> records =
                store.find(source.app(), new ResolvedQuery(all, keys, limit, offset), source.needed(shown)).stream()
                        .map(record -> source.mask(record, shown))
                        .toList();
        return new RecordPage(records, store.count(source.app(), all));
    }

    /** Whatever has been typed may be part of the key, of a picker column or of a copied text. */
    private static Filter typed(Opened source, Lookup lookup, String text) {
        if (text.isBlank()) {
            return Filter.EVERYTHING;
        }
        Set<FieldCode> codes = new LinkedHashSet<>();
        codes.add(lookup.relatedKeyField());
        codes.addAll(lookup.lookupPickerFields());
        lookup.fieldMappings().forEach(mapping -> codes.add(mapping.relatedField()));
        List<Filter> parts = new ArrayList<>();
        for (FieldCode code : codes) {
            AppDefinition app = source.app();
            app.field(code)
                    .filter(field -> Searchable.is(field.shape()) && source.readable(code))
                    .ifPresent(field -> parts.add(new Filter.Contains(code, text.strip())));
        }
        return Filter.any(parts);
    }

    private Optional<Opened> source(Opened opened, RelatedApp related) {
        try {
            return apps.catalog()
                    .find(related)
                    .map(app -> apps.open(opened.actor(), app))
                    .filter(source -> source.access().may(Right.VIEW));
        } catch (PlatformException denied) {
            return Optional.empty();
        }
    }
}
