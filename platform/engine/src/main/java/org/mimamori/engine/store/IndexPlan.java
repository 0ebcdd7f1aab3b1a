package org.mimamori.engine.store;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.Rollup;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.permission.RecordRight;
import org.mimamori.engine.permission.RightEntity;
import org.mimamori.engine.store.IndexSpec.Key;

/**
 * The indexes an app's records need, worked out of its definition: what must be unique, what other records are found
 * by, and for each view its condition and order, once for those who see everything and once behind each field on which
 * a right to records depends. Behind the order stand the fields that the conditions of rights compare, so that entries
 * of records one may not see are passed over, and records counted, without being fetched.
 */
final class IndexPlan {

    /** MongoDB takes 64 indexes to a collection, and each costs every write something. */
    static final int MOST = 32;

    private static final int MOST_VIEWS = 10;
    private static final int MOST_ACCESS_FIELDS = 2;
    private static final int MOST_EQUAL = 3;
    private static final int MOST_TELLING = 3;

    private final RecordLayout layout;
    private final Places places;
    private final List<IndexSpec> planned = new ArrayList<>();
    private final List<String> telling;

    private IndexPlan(RecordLayout layout) {
        this.layout = layout;
        this.places = Places.of(layout);
        this.telling = telling();
    }

    /** A unique index and the fields it stands for. */
    record UniqueIndex(IndexSpec spec, List<FieldCode> fields) {}

    /** Keys that no two records may share. */
    static List<UniqueIndex> unique(RecordLayout layout) {
        List<UniqueIndex> unique = new ArrayList<>();
        for (StoredField field : layout.fields()) {
            if (field.field().unique()) {
                unique.add(
                        new UniqueIndex(IndexSpec.unique(Place.inRecord(field).path()), List.of(field.code())));
            }
        }
        for (StoredKey key : layout.keys()) {
            unique.add(new UniqueIndex(IndexSpec.unique(RecordLayout.KEYS + "." + key.id()), key.fields()));
        }
        return unique;
    }

    /** @param demands what other apps look for records of this one by */
    static List<IndexSpec> of(RecordLayout layout, List<Demand> demands) {
        IndexPlan plan = new IndexPlan(layout);
        unique(layout).forEach(unique -> plan.planned.add(unique.spec()));
        plan.addText();
        plan.addKeys(demands);
        plan.addViews();
        plan.addProcess();
        plan.addSystem();
        return plan.kept();
    }

    private void addText() {
        boolean hasText = layout.fields().stream()
                .flatMap(field -> Stream.concat(Stream.of(field), field.inner().stream()))
                .anyMatch(field -> field.isText() || field.isChoice());
        if (hasText) {
            planned.add(IndexSpec.plain(List.of(Key.ascending(RecordLayout.GRAMS))));
        }
    }

    private void addKeys(List<Demand> demands) {
        AppDefinition app = layout.app();
        Stream.concat(Demand.of(app).stream().filter(demand -> demand.names(app)), demands.stream())
                .map(Demand::fields)
                .forEach(this::addKey);
        app.notifications()
                .reminders()
                .forEach(reminder -> addTiming(reminder.timing().code()));
        app.additions().rollups().stream().map(IndexPlan::ownKey).forEach(this::addKey);
        app.fields().top().forEach(field -> {
            if (field.lookup() != null) {
                addKey(List.of(field.code()));
            }
            if (field.relatedRecords() != null) {
                addKey(List.of(field.relatedRecords().field()));
            }
        });
    }

    /** By which the records are found somebody is to be reminded of; {@link #addSystem} has the records' own times. */
    private void addTiming(FieldCode code) {
        boolean own = layout.app()
                .field(code)
                .filter(field -> field.systemValue().isPresent())
                .isPresent();
        if (!own) {
            addKey(List.of(code));
        }
    }

    /** By which the records are found whose roll-up another record has changed. */
    private static List<FieldCode> ownKey(Rollup rollup) {
        return rollup.upTo() == null ? List.of(rollup.field()) : List.of(rollup.field(), rollup.upTo());
    }

    private void addKey(List<FieldCode> fields) {
        List<Place> found = new ArrayList<>();
        for (FieldCode code : fields) {
            Optional<Place> place = find(code);
            if (place.isEmpty()) {
                break;
            }
            found.add(place.get());
        }
        add(keys(found, List.of()), List.of());
    }

    private Optional<Place> find(FieldCode code) {
        return places.find(code)
                .or(() -> layout.app().fields().tableOf(code).flatMap(table -> places.findInRows(table, code)));
    }

    private void addViews() {
        List<@Nullable Place> readers = new ArrayList<>();
        readers.add(null);
        accessFields().forEach(readers::add);
        layout.app().views().stream()
                // What is mine to do is served by the index of the process.
                .filter(view -> view.builtin() == null)
                .limit(MOST_VIEWS)
                .map(ViewNeeds::of)
                .forEach(needs -> readers.forEach(reader -> addView(needs, reader)));
        ViewNeeds none = new ViewNeeds(List.of(), List.of(), List.of());
        readers.forEach(reader -> addView(none, reader));
        // How many records there are that rights leave alone is counted in the index itself.
        telling.forEach(path ->
                planned.add(IndexSpec.plain(List.of(Key.ascending(path), Key.descending(RecordLayout.NUMBER)))));
    }

    /** Where the fields stand that the conditions of record rights compare. A list would be told only in part. */
    private List<String> telling() {
        return layout.app().rights().records().stream()
                .flatMap(right -> ViewNeeds.compared(right.filterCond()).stream())
                .distinct()
                .flatMap(code -> places.find(code).stream())
                .filter(place -> !place.isMultiple())
                .map(Place::path)
                .limit(MOST_TELLING)
                .toList();
    }

    private void addView(ViewNeeds needs, @Nullable Place reader) {
        List<Place> equal = new ArrayList<>();
        if (reader != null) {
            equal.add(reader);
        }
        needs.equal().stream()
                .limit(MOST_EQUAL)
                .flatMap(code -> places.find(code).stream())
                .forEach(equal::add);
        List<Key> order = new ArrayList<>();
        Sorting.of(places, needs.sort()).forEach((path, direction) -> order.add(new Key(path, (Integer) direction)));
        add(keys(equal, order), telling);
        needs.otherRange().flatMap(places::find).ifPresent(range -> {
            List<Key> ranged = List.of(Key.ascending(range.path()), Key.descending(RecordLayout.NUMBER));
            add(keys(equal, ranged), telling);
        });
    }

    /** Fields on which it depends who may see a record. */
    private List<Place> accessFields() {
        Set<FieldCode> codes = new LinkedHashSet<>();
        for (RecordRight right : layout.app().rights().records()) {
            right.entities().stream()
                    .map(RecordRight.Row::entity)
                    .filter(entity -> entity.type() == RightEntity.Type.FIELD_ENTITY)
                    .forEach(entity -> codes.add(new FieldCode(entity.code())));
        }
        for (RecordRight right : layout.app().rights().records()) {
            codes.addAll(ViewNeeds.of(right.filterCond()).equal());
        }
        return codes.stream()
                .flatMap(code -> places.find(code).stream())
                .limit(MOST_ACCESS_FIELDS)
                .toList();
    }

    /** What everybody asks of a process: what is mine to do, and what stands where. */
    private void addProcess() {
        if (layout.app().process().enabled()) {
            Key newestFirst = Key.descending(RecordLayout.NUMBER);
            planned.add(IndexSpec.plain(List.of(Key.ascending(RecordLayout.ASSIGNEES), newestFirst)));
            planned.add(IndexSpec.plain(List.of(Key.ascending(RecordLayout.STATUS), newestFirst)));
        }
    }

    private void addSystem() {
        for (String stamp : List.of(RecordLayout.UPDATED, RecordLayout.CREATED)) {
            planned.add(IndexSpec.plain(
                    List.of(Key.descending(stamp + "." + RecordLayout.AT), Key.descending(RecordLayout.NUMBER))));
        }
    }

    /** Leaves out the second place that holds several parts: no database indexes two lists at once. */
    private static List<Key> keys(List<Place> equal, List<Key> order) {
        List<Key> keys = new ArrayList<>();
        boolean multiple = false;
        for (Place place : equal) {
            boolean several = place.isMultiple() || place.path().contains("." + RecordLayout.ROW_VALUES + ".");
            if (!several || !multiple) {
                keys.add(Key.ascending(place.path()));
            }
            multiple |= several;
        }
        keys.addAll(order);
        return keys;
    }

    private void add(List<Key> keys, List<String> behind) {
        IndexSpec spec = IndexSpec.plain(keys);
        if (!keys.isEmpty() && !spec.keys().getFirst().path().equals(RecordLayout.NUMBER)) {
            planned.add(spec.telling(behind));
        }
    }

    private List<IndexSpec> kept() {
        List<IndexSpec> distinct = planned.stream().distinct().toList();
        return distinct.stream()
                .filter(spec -> distinct.stream().noneMatch(other -> other.covers(spec)))
                .limit(MOST)
                .toList();
    }
}
