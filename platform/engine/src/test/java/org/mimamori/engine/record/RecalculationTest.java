package org.mimamori.engine.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.FieldTypes;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.record.Recalculation.Progress;
import org.mimamori.engine.store.TestStores;

/** Values of old records when a formula changes or a day passes. */
class RecalculationTest {

    private static final Clock CLOCK = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };

    private static final Actor.Platform PLATFORM = new Actor.Platform("test");

    @RegisterExtension
    static final TestStores STORES = TestStores.embedded(CLOCK);

    private static volatile Instant now = Instant.parse("2026-05-15T01:30:00Z");

    private static Office office;

    @BeforeAll
    static void open() {
        office = new Office(STORES.get(), FieldTypes.standard(), CLOCK);
    }

    @Test
    void bringsOldRecordsToANewFormulaAndLeavesTheirRevisionsAlone() {
        AppDefinition before = counted("plain", "n * 2");
        List<Long> records = add(before, 3);
        AppDefinition after = counted("plain", "n * 3");
        assertThat(Recalculation.outdated(before, after)).containsExactly(new FieldCode("product"));
        assertThat(text(after, records.get(2), "product")).isEqualTo("6");

        Progress done = office.records.recalculation().run(after.id(), Progress.START, progress -> true);

        assertThat(done).isEqualTo(new Progress(records.get(2), 3, 3, true));
        assertThat(texts(after, records, "product")).containsExactly("3", "6", "9");
        assertThat(get(after, records.get(2)).revision()).isEqualTo(1);
    }

    @Test
    void nothingIsOutdatedByAChangeThatNoFormulaReads() {
        AppDefinition before = counted("same", "n * 2");
        List<Long> records = add(before, 2);
        AppDefinition after = install(definition("same", "n*2", "別の名前"));
        assertThat(Recalculation.outdated(before, after)).isEmpty();
        assertThat(office.records.recalculation().run(after.id(), Progress.START, progress -> true))
                .isEqualTo(new Progress(records.get(1), 2, 0, true));
    }

    @Test
    void tellsAfterEveryPageHowFarItIsAndGoesOnFromThere() {
        AppDefinition app = counted("many", "n * 2");
        List<Long> records = add(app, 450);
        AppDefinition after = counted("many", "n * 5");
        List<Progress> told = new ArrayList<>();

        Progress stopped = office.records.recalculation().run(after.id(), Progress.START, progress -> {
            told.add(progress);
            return false;
        });

        assertThat(told).containsExactly(new Progress(records.get(199), 200, 200, false));
        assertThat(text(after, records.get(199), "product")).isEqualTo("1000");
        assertThat(text(after, records.get(200), "product")).isEqualTo("402");
        told.clear();
        Progress done = office.records.recalculation().run(after.id(), stopped, told::add);
        assertThat(told).extracting(Progress::seen).containsExactly(400L, 450L);
        assertThat(done).isEqualTo(new Progress(records.get(449), 450, 450, true));
        assertThat(text(after, records.get(449), "product")).isEqualTo("2250");
    }

    @Test
    void carriesWhatChangesIntoTheFiguresOfOtherApps() {
        AppDefinition source = counted("source", "n * 2");
        AppDefinition target = install("""
            {"code": "target", "name": "まとめ",
             "fields": {"name": {"type": "SINGLE_LINE_TEXT", "code": "name", "label": "名前"},
                        "total": {"type": "CALC", "code": "total", "label": "合計", "expression": "of_source + 0"}},
             "rollups": {"of_source": {"relatedApp": {"code": "source"},
               "condition": {"field": "name", "relatedField": "name"}, "function": "SUM", "of": "product"}},""");
        long reader = service()
                .add(PLATFORM, target.id(), Office.submission("{\"name\": {\"value\": \"x\"}}"))
                .id();
        add(source, 3);
        assertThat(text(target, reader, "total")).isEqualTo("12");

        AppDefinition after = counted("source", "n * 10");
        office.records.recalculation().run(after.id(), Progress.START, progress -> true);

        assertThat(text(target, reader, "total")).isEqualTo("60");
    }

    @Test
    void followsTheDayInFormulasAndInTheConditionsOfRollups() {
        AppDefinition visits = install("""
            {"code": "visits", "name": "訪問",
             "fields": {"name": {"type": "SINGLE_LINE_TEXT", "code": "name", "label": "名前"},
                        "day": {"type": "DATE", "code": "day", "label": "日"}},""");
        AppDefinition children = install("""
            {"code": "children", "name": "児童",
             "fields": {"name": {"type": "SINGLE_LINE_TEXT", "code": "name", "label": "名前"},
                        "monthly": {"type": "CALC", "code": "monthly", "label": "今月", "expression": "this_month + 0"}},
             "rollups": {"this_month": {"relatedApp": {"code": "visits"},
               "condition": {"field": "name", "relatedField": "name"},
               "filterCond": "day = THIS_MONTH()", "function": "COUNT"}},""");
        long child = service()
                .add(PLATFORM, children.id(), Office.submission("{\"name\": {\"value\": \"x\"}}"))
                .id();
        for (String day : List.of("2026-05-30", "2026-05-31", "2026-06-01")) {
            service().add(PLATFORM, visits.id(), Office.submission("""
                {"name": {"value": "x"}, "day": {"value": "%s"}}""".formatted(day)));
        }
        assertThat(text(children, child, "monthly")).isEqualTo("2");

        now = Instant.parse("2026-05-31T15:00:00Z");
        assertThat(office.records.recalculation().daily()).isEqualTo(1);

        assertThat(text(children, child, "monthly")).isEqualTo("1");
        assertThat(office.records.recalculation().daily()).isZero();
    }

    @Test
    void losesNothingThatSomebodyWritesMeanwhile() {
        AppDefinition before = invoice("m * 1");
        long record =
                service().add(PLATFORM, before.id(), Office.submission("""
            {"rows": {"value": [{"value": {"m": {"value": "1"}}}]}}""")).id();
        AppDefinition after = invoice("m * 2");
        AtomicReference<CompletableFuture<Void>> written = new AtomicReference<>();
        RecordStore disturbed = onFirstFind(
                written,
                () -> service()
                        .update(
                                PLATFORM,
                                after.id(),
                                new RecordChange(
                                        new RecordKey.ById(record), RecordChange.ANY, Office.submission("""
                            {"rows": {"value": [{"value": {"m": {"value": "7"}}}]}}"""))));

        over(disturbed).run(after.id(), Progress.START, progress -> true);
        written.get().join();

        assertThat(get(after, record).value(new FieldCode("rows")))
                .isInstanceOfSatisfying(
                        Value.Rows.class,
                        rows -> assertThat(rows.rows())
                                .extracting(
                                        row -> decimal(row.value(new FieldCode("m"))),
                                        row -> decimal(row.value(new FieldCode("cost"))))
                                .containsExactly(tuple("7", "14")));
    }

    private static AppDefinition invoice(String cost) {
        return install("""
            {"code": "invoice", "name": "請求",
             "fields": {"rows": {"type": "SUBTABLE", "code": "rows", "label": "明細",
               "fields": {"m": {"type": "NUMBER", "code": "m", "label": "数"},
                          "cost": {"type": "CALC", "code": "cost", "label": "額", "expression": "%s"}}}},""".formatted(cost));
    }

    private static Recalculation over(RecordStore store) {
        RollupReader rollups = new RollupReader(office.catalog, store, office.directory, CLOCK);
        return new Recalculation(
                office.catalog,
                store,
                rollups,
                new Calculator(rollups, CLOCK, Office.TOKYO),
                office.stores.transactions(),
                WriteListener.NONE,
                CLOCK);
    }

    /**
     * The store, in which somebody else begins to write just after the first page was read. One server lets that happen
     * and one makes it wait for the end of the transaction, so nobody waits for it long.
     */
    private static RecordStore onFirstFind(AtomicReference<CompletableFuture<Void>> written, Runnable write) {
        return (RecordStore) Proxy.newProxyInstance(
                RecordStore.class.getClassLoader(), new Class<?>[] {RecordStore.class}, (proxy, method, args) -> {
                    Object found = method.invoke(office.stores.records(), args);
                    if (method.getName().equals("find") && written.get() == null) {
                        written.set(CompletableFuture.runAsync(write));
                        written.get()
                                .copy()
                                .completeOnTimeout(null, 500, TimeUnit.MILLISECONDS)
                                .join();
                    }
                    return found;
                });
    }

    private static AppDefinition counted(String code, String formula) {
        return install(definition(code, formula, "積"));
    }

    private static AppDefinition install(String open) {
        return office.install(open + """
            "permissions": {"app": {"rights": [{"entity": {"type": "GROUP", "code": "everyone"},
              "includeSubs": false, "appEditable": true, "recordViewable": true, "recordAddable": true,
              "recordEditable": true, "recordDeletable": true, "recordImportable": false,
              "recordExportable": false}]}}}""");
    }

    private static String definition(String code, String formula, String label) {
        return """
            {"code": "%s", "name": "%s",
             "fields": {"name": {"type": "SINGLE_LINE_TEXT", "code": "name", "label": "名前"},
                        "n": {"type": "NUMBER", "code": "n", "label": "数"},
                        "product": {"type": "CALC", "code": "product", "label": "%s", "expression": "%s"}},""".formatted(code, code, label, formula);
    }

    /** Records whose numbers are 1, 2, 3 and so on. */
    private static List<Long> add(AppDefinition app, int count) {
        List<Submission> submissions = IntStream.rangeClosed(1, count)
                .mapToObj(n -> Office.submission("""
                    {"name": {"value": "x"}, "n": {"value": "%d"}}""".formatted(n)))
                .toList();
        List<Long> added = new ArrayList<>();
        for (int from = 0; from < count; from += 100) {
            List<Submission> batch = submissions.subList(from, Math.min(from + 100, count));
            service().addAll(PLATFORM, app.id(), batch).forEach(saved -> added.add(saved.id()));
        }
        return added;
    }

    private static List<String> texts(AppDefinition app, List<Long> records, String code) {
        return records.stream().map(id -> text(app, id, code)).toList();
    }

    private static String text(AppDefinition app, long id, String code) {
        return decimal(get(app, id).value(new FieldCode(code)));
    }

    private static String decimal(Value value) {
        return value instanceof Value.Decimal(var number) ? number.toPlainString() : "";
    }

    private static AppRecord get(AppDefinition app, long id) {
        return service().get(PLATFORM, app.id(), id);
    }

    private static RecordService service() {
        return office.records.service();
    }
}
