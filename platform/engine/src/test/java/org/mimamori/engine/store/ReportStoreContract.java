package org.mimamori.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimamori.engine.store.RecordBuilder.aRecord;
import static org.mimamori.engine.store.RecordBuilder.number;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.Report.Function;
import org.mimamori.engine.app.Report.Group;
import org.mimamori.engine.app.Report.Unit;
import org.mimamori.engine.app.ReportFields;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.SystemValue;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.query.CorpusApp;
import org.mimamori.engine.query.Filter;
import org.mimamori.engine.record.AppRecord;
import org.mimamori.engine.report.Gathered;
import org.mimamori.engine.report.Gathering;
import org.mimamori.engine.report.Gathering.Wanted;
import org.mimamori.engine.report.MemoryReportStore;
import org.mimamori.engine.report.Tally;

/** The database gathers as the plain model does, whatever is asked. */
abstract class ReportStoreContract {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final int RECORDS = 120;
    private static final int GATHERINGS = 150;

    protected abstract MongoStores stores();

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void gathersAsThePlainModelDoes(long seed) {
        Random random = new Random(seed);
        AppDefinition app = AppBuilder.anApp(stores().apps().nextId(), "figures" + seed)
                .withFields(CorpusApp.read().fields())
                .saveIn(stores());
        RandomRecords made = new RandomRecords(random);
        List<AppRecord> records = LongStream.rangeClosed(1, RECORDS)
                .mapToObj(id -> made.record(app, id))
                .toList();
        stores().records().insert(app, records);
        RandomFilters filters = new RandomFilters(random, app);
        MemoryReportStore model = new MemoryReportStore(of -> records);
        int several = 0;
        for (int i = 0; i < GATHERINGS; i++) {
            Gathering gathering = gathering(random, app);
            Filter filter = random.nextInt(3) == 0 ? filters.filter() : Filter.EVERYTHING;
            Map<List<Value>, Tally> expected = byKeys(model.gather(app, filter, gathering));
            assertThat(byKeys(stores().reports().gather(app, filter, gathering)))
                    .as("seed %d, %s of %s", seed, gathering, filter)
                    .isEqualTo(expected);
            several += expected.size() > 1 ? 1 : 0;
        }
        assertThat(several).as("gatherings with more than one group").isGreaterThan(GATHERINGS / 2);
    }

    private static Map<List<Value>, Tally> byKeys(List<Gathered> gathered) {
        Map<List<Value>, Tally> byKeys = new HashMap<>();
        gathered.forEach(group -> {
            assertThat(byKeys.put(group.keys(), plain(group.tally())))
                    .as("groups of %s", group.keys())
                    .isNull();
        });
        return byKeys;
    }

    /** Equal numbers as equal objects. */
    private static Tally plain(Tally tally) {
        return new Tally(
                tally.count(),
                tally.figures().stream()
                        .map(f -> new Tally.Figures(
                                f.sum().signum() == 0
                                        ? BigDecimal.ZERO
                                        : f.sum().stripTrailingZeros(),
                                f.filled(),
                                f.min(),
                                f.max()))
                        .toList());
    }

    private static Gathering gathering(Random random, AppDefinition app) {
        List<Field> tables = app.fields().top().stream()
                .filter(field -> !field.inner().isEmpty())
                .toList();
        @Nullable Field table = random.nextInt(3) == 0 ? tables.get(random.nextInt(tables.size())) : null;
        List<Field> fields = new ArrayList<>(app.fields().top());
        if (table != null) {
            fields.addAll(table.inner());
        }
        List<Field> groupable = fields.stream().filter(ReportFields::groupable).toList();
        List<Group> groups = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            groups.add(group(random, groupable.get(random.nextInt(groupable.size()))));
        }
        List<Wanted> wanted = fields.stream()
                .filter(field -> ReportFields.takes(Function.MAX, field))
                .filter(field -> random.nextBoolean())
                .map(field ->
                        new Wanted(field.code(), ReportFields.takes(Function.SUM, field) && random.nextBoolean(), true))
                .toList();
        return new Gathering(groups, table == null ? null : table.code(), wanted, TOKYO);
    }

    private static Group group(Random random, Field field) {
        List<Unit> units = List.copyOf(ReportFields.units(field));
        return new Group(field.code(), units.isEmpty() ? null : units.get(random.nextInt(units.size())));
    }

    @Test
    void addsUpExactlyWhatDoubleNumbersWouldNot() {
        AppDefinition app = AppBuilder.anApp(stores().apps().nextId(), "sums")
                .withFields(CorpusApp.read().fields())
                .saveIn(stores());
        Field numberField = app.fields().top().stream()
                .filter(field -> ReportFields.takes(Function.SUM, field))
                .findFirst()
                .orElseThrow();
        String code = numberField.code().text();
        stores().records()
                .insert(
                        app,
                        List.of(
                                aRecord(app, 1).with(code, number("0.1")).build(),
                                aRecord(app, 2).with(code, number("0.2")).build(),
                                aRecord(app, 3)
                                        .with(code, number("12345678901234567890"))
                                        .build(),
                                aRecord(app, 4).build()));
        Gathering byCreator = new Gathering(
                List.of(new Group(app.fields().system(SystemValue.CREATOR).code(), null)),
                null,
                List.of(new Wanted(numberField.code(), true, true)),
                TOKYO);

        List<Gathered> gathered = stores().reports().gather(app, Filter.EVERYTHING, byCreator);

        assertThat(gathered).hasSize(1);
        Tally tally = gathered.getFirst().tally();
        assertThat(tally.count()).isEqualTo(4);
        assertThat(tally.figures().getFirst().filled()).isEqualTo(3);
        assertThat(tally.figures().getFirst().sum()).isEqualByComparingTo("12345678901234567890.3");
        assertThat(tally.figures().getFirst().min()).isEqualTo(number("0.1"));
        assertThat(tally.figures().getFirst().max()).isEqualTo(number("12345678901234567890"));
    }

    @Test
    void asksNothingWhereNothingCanBeSeen() {
        AppDefinition app = AppBuilder.anApp(stores().apps().nextId(), "unseen")
                .withFields(CorpusApp.read().fields())
                .saveIn(stores());
        stores().records().insert(app, List.of(aRecord(app, 1).build()));
        Group byCreator = new Group(app.fields().system(SystemValue.CREATOR).code(), null);

        assertThat(stores().reports()
                        .gather(app, Filter.NOTHING, new Gathering(List.of(byCreator), null, List.of(), TOKYO)))
                .isEmpty();
    }
}
