package org.mimamori.engine.record;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mimamori.engine.app.AppCatalog;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.app.Rollup;
import org.mimamori.engine.change.Transactions;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.query.Filter;

/**
 * Calculates the records of an app anew: when a formula has changed, when a day has passed and a formula reads the
 * date, and after records were loaded in bulk. Leaves revisions alone: nobody has changed the record.
 */
public final class Recalculation {

    /** Few enough for a short transaction. */
    private static final int PAGE = 200;

    private final AppCatalog catalog;
    private final RecordStore store;
    private final RecordPages pages;
    private final WholeFigures figures;
    private final Calculator calculator;
    private final Transactions transactions;
    private final RollupRefresh refresh;
    private final WriteListener listener;
    private final Clock clock;

    Recalculation(
            AppCatalog catalog,
            RecordStore store,
            RollupReader rollups,
            Calculator calculator,
            Transactions transactions,
            WriteListener listener,
            Clock clock) {
        this.catalog = catalog;
        this.store = store;
        this.pages = new RecordPages(store);
        this.figures = new WholeFigures(catalog, store, rollups);
        this.calculator = calculator;
        this.transactions = transactions;
        this.refresh = new RollupRefresh(catalog, store, calculator);
        this.listener = listener;
        this.clock = clock;
    }

    /**
     * How far a calculation has come.
     *
     * @param last number of the last record that was looked at, from which it can be taken up again; 0 at the start
     * @param seen how many records were looked at
     * @param changed how many of them had a value that was no longer right
     * @param done whether no record is left
     */
    public record Progress(long last, long seen, long changed, boolean done) {

        public static final Progress START = new Progress(0, 0, 0, false);

        private Progress after(List<AppRecord> page, int corrected) {
            long reached = page.isEmpty() ? last : page.getLast().id();
            return new Progress(reached, seen + page.size(), changed + corrected, page.size() < PAGE);
        }
    }

    /**
     * The calculated fields whose values in existing records a new definition of an app can make wrong; empty when
     * there is nothing to calculate anew.
     */
    public static Set<FieldCode> outdated(AppDefinition before, AppDefinition after) {
        Stream<FieldCode> fields = after.fields()
                .all()
                .map(Field::code)
                .filter(code -> !Objects.equals(
                        before.fieldIds().get(code), after.fieldIds().get(code)));
        Set<Rollup> known = Set.copyOf(before.additions().rollups());
        Stream<FieldCode> rollups = after.additions().rollups().stream()
                .filter(rollup -> !known.contains(rollup))
                .map(Rollup::name);
        return after.formulas()
                .outdated(before.formulas(), Stream.concat(fields, rollups).collect(Collectors.toSet()));
    }

    /** Every app in which a value changes with time alone, telling people; answers how many records changed. */
    public long daily() {
        return catalog.all().stream()
                .filter(app -> app.formulas().dependOnTime()
                        || app.additions().rollups().stream().anyMatch(Rollup::dependsOnTime))
                .mapToLong(app -> run(
                                app.id(),
                                Progress.START,
                                progress -> true,
                                touched -> listener.written(null, clock.instant(), touched))
                        .changed())
                .sum();
    }

    /** How many records there are to go through. */
    public long count(AppDefinition app) {
        return store.count(app, Filter.EVERYTHING);
    }

    /**
     * All records of one app, a page at a time, each in a transaction of its own and as the app is defined by then;
     * people may go on working. Figures of other apps that rest on what changes follow in the same transaction. Nobody
     * is told.
     *
     * @param from where to begin, or to go on
     * @param goesOn told after every page how far it has come; false stops
     */
    public Progress run(AppId app, Progress from, Predicate<Progress> goesOn) {
        return run(app, from, goesOn, touched -> {});
    }

    private Progress run(AppId app, Progress from, Predicate<Progress> goesOn, Consumer<List<Touched>> told) {
        Calculator atStart = catalog.find(app).map(this::overWhole).orElse(calculator);
        Progress progress = from;
        do {
            progress = page(app, progress, (definition, records) -> corrected(definition, records, atStart, told));
        } while (goesOn.test(progress) && !progress.done());
        return progress;
    }

    /** All records of one app after a bulk load, which other apps' figures do not follow. Answers how many changed. */
    public long all(AppDefinition app) {
        RollupRefresh bulk = new RollupRefresh(catalog, store, overWhole(app));
        Progress progress = Progress.START;
        while (!progress.done()) {
            progress = page(
                    app.id(),
                    progress,
                    (definition, records) ->
                            bulk.recalculate(definition, records).size());
        }
        return progress.changed();
    }

    private Calculator overWhole(AppDefinition app) {
        return calculator.over(figures.of(app));
    }

    /** What is done with a page; answers how many records it changed. */
    private interface Correction {
        int of(AppDefinition app, List<AppRecord> records);
    }

    /** Reads in the transaction that writes: what somebody writes meanwhile makes it run again, not get lost. */
    private Progress page(AppId id, Progress progress, Correction correction) {
        return transactions.run(() -> {
            Optional<AppDefinition> app =
                    catalog.find(id).filter(found -> !found.formulas().isEmpty());
            List<AppRecord> records = app.map(found -> pages.after(found, progress.last(), null, PAGE))
                    .orElse(List.of());
            int changed = app.map(found -> correction.of(found, records)).orElse(0);
            return progress.after(records, changed);
        });
    }

    /**
     * Figures from the start of the run tell which records to look at again; what they hold is taken from figures as
     * they are now. A record whose figure somebody has changed since was calculated anew by that very write.
     */
    private int corrected(
            AppDefinition app, List<AppRecord> records, Calculator atStart, Consumer<List<Touched>> told) {
        List<AppRecord> suspects = records.stream()
                .filter(record -> !atStart.calculated(app, record).entrySet().stream()
                        .allMatch(entry -> entry.getValue().equals(record.value(entry.getKey()))))
                .toList();
        List<RollupRefresh.Written> changed = refresh.recalculate(app, suspects);
        if (!changed.isEmpty()) {
            told.accept(refresh.follow(app, changed, true));
        }
        return changed.size();
    }
}
