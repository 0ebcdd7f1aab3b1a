package org.mimamori.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppInstaller;
import org.mimamori.engine.app.CompiledApps;
import org.mimamori.engine.app.DefinitionReader;
import org.mimamori.engine.app.DefinitionSource;
import org.mimamori.engine.app.PreviewMaker;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.FieldTypes;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.file.FileSweeper;
import org.mimamori.engine.record.AppRecord;
import org.mimamori.engine.record.FieldPurge;
import org.mimamori.engine.record.RecordQuery;
import org.mimamori.engine.record.Records;
import org.mimamori.engine.record.Submission;
import org.mimamori.engine.settings.GuardedPreviews;
import org.mimamori.engine.settings.Previews;
import org.mimamori.engine.store.MongoStores;
import org.mimamori.engine.store.MovableClock;
import org.mimamori.engine.store.TestStores;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What becomes of records when the settings of their app change. */
class JobsTest {

    private static final MovableClock CLOCK = new MovableClock();
    private static final Actor PLATFORM = new Actor.Platform("test");
    private static int apps;

    @RegisterExtension
    static final TestStores STORES = TestStores.embedded(CLOCK);

    private final String code = "jobs" + apps++;
    private AppInstaller installer;
    private Records records;
    private Previews previews;
    private JobRunner runner;

    @BeforeEach
    void wire() {
        MongoStores stores = STORES.get();
        DefinitionReader reader = new DefinitionReader(FieldTypes.standard(), CLOCK);
        CompiledApps catalog = new CompiledApps(stores.apps(), reader, CLOCK);
        installer = new AppInstaller(reader, stores.apps(), catalog, CLOCK, new DeployJobs(stores.jobs()));
        records = Records.over(new Records.Ground(
                catalog,
                new Directory(stores.directory()),
                stores.records(),
                stores.changes(),
                stores.transactions(),
                stores.files(),
                stores.blobs(),
                CLOCK,
                ZoneId.of("Asia/Tokyo"),
                1_000_000));
        previews =
                new GuardedPreviews(records.apps(), catalog, stores.apps(), new PreviewMaker(reader, CLOCK), installer);
        runner = new JobRunner(
                stores.jobs(),
                catalog,
                records.recalculation(),
                records.optionRewrite(),
                new FieldPurge(stores.purges(), catalog, new FileSweeper(stores.files(), stores.blobs(), CLOCK)),
                List.of(new IndexWork(stores.apps(), catalog)));
    }

    private AppDefinition install(String expression) {
        ObjectNode json = (ObjectNode) JsonMapper.shared().readTree("""
                {"code":"%s","name":"仕事","permissions":{"app":{"rights":[
                  {"entity":{"type":"GROUP","code":"everyone"},"appEditable":true,"recordViewable":true}]}},
                 "fields":{
                  "n":{"type":"NUMBER","code":"n","label":"n"},
                  "calc":{"type":"CALC","code":"calc","label":"calc","expression":"%s"},
                  "level":{"type":"DROP_DOWN","code":"level","label":"level",
                    "options":{"低":{"label":"低","index":"0"},"高":{"label":"高","index":"1"}}},
                  "signs":{"type":"CHECK_BOX","code":"signs","label":"signs",
                    "options":{"低":{"label":"低","index":"0"},"高":{"label":"高","index":"1"}}},
                  "t":{"type":"SUBTABLE","code":"t","label":"t","fields":{
                    "inner":{"type":"RADIO_BUTTON","code":"inner","label":"inner","defaultValue":"低",
                      "options":{"低":{"label":"低","index":"0"},"高":{"label":"高","index":"1"}}}}}}}
                """.formatted(code, expression));
        return installer.install(DefinitionSource.of(code, json), EntityRef.user("admin"));
    }

    private void add(AppDefinition app, int count) {
        for (int from = 0; from < count; from += 100) {
            List<Submission> page = new ArrayList<>();
            for (int i = from; i < Math.min(count, from + 100); i++) {
                page.add(Submission.ofJson((ObjectNode) JsonMapper.shared().readTree("""
                        {"n":{"value":"%d"},"level":{"value":"低"},"signs":{"value":["高","低"]},
                         "t":{"value":[{"value":{"inner":{"value":"高"}}}]}}""".formatted(i))));
            }
            records.service().addAll(PLATFORM, app.id(), page);
        }
    }

    private AppRecord record(AppDefinition app, long id) {
        return records.service().get(PLATFORM, app.id(), id);
    }

    private List<Job> jobs(AppDefinition app) {
        return STORES.get().jobs().of(app.id(), 100);
    }

    private void runAll() {
        boolean done;
        do {
            done = runner.run();
        } while (done);
    }

    private static FieldCode code(String text) {
        return new FieldCode(text);
    }

    @Test
    void calculatesRecordsAnewWhenAFormulaChanges() {
        AppDefinition app = install("n*2");
        add(app, 3);
        assertThat(jobs(app)).isEmpty();

        AppDefinition after = install("n*3");
        runAll();

        assertThat(record(after, 3).value(code("calc"))).isEqualTo(new Value.Decimal(new BigDecimal("6")));
        assertThat(record(after, 3).revision()).isEqualTo(1);
        Job job = jobs(app).getFirst();
        assertThat(job.state()).isEqualTo(Job.State.DONE);
        assertThat(job.done()).isEqualTo(3);
        assertThat(job.total()).isEqualTo(3);
    }

    @Test
    void doesNothingWhenNothingIsCalculatedDifferently() {
        AppDefinition app = install("n*2");
        previews.change(PLATFORM, app.id(), Previews.ANY, edit -> edit.json().put("name", "別名"));
        previews.deploy(PLATFORM, List.of(new Previews.AppRevision(app.id(), Previews.ANY)));

        assertThat(jobs(app)).isEmpty();
    }

    @Test
    void rewritesOptionsThatChangedPlaces() {
        AppDefinition app = install("n*2");
        add(app, 2);

        previews.change(PLATFORM, app.id(), Previews.ANY, edit -> {
            Map<String, String> names = Map.of("低", "高", "高", "低");
            edit.renameOptions(code("level"), names);
            edit.renameOptions(code("signs"), Map.of("高", "もっと"));
            edit.renameOptions(code("inner"), names);
            ObjectNode options = (ObjectNode) edit.json().at("/fields/signs/options");
            ((ObjectNode) options.get("高")).put("label", "もっと");
            options.set("もっと", options.remove("高"));
        });
        previews.deploy(PLATFORM, List.of(new Previews.AppRevision(app.id(), Previews.ANY)));
        runAll();

        AppRecord record = record(app, 2);
        assertThat(record.value(code("level"))).isEqualTo(new Value.Choice("高"));
        assertThat(record.value(code("signs"))).isEqualTo(new Value.Choices(List.of("低", "もっと")));
        assertThat(((Value.Rows) record.value(code("t"))).rows().getFirst().value(code("inner")))
                .isEqualTo(new Value.Choice("低"));
        assertThat(record.revision()).isEqualTo(1);
        assertThat(records.service()
                        .find(PLATFORM, app.id(), RecordQuery.of("level in (\"高\")"))
                        .records())
                .hasSize(2);
    }

    @Test
    void makesIndexesOfALargeAppAfterItsDeployment() {
        AppDefinition app = install("n*2");
        STORES.get().records().takeNumbers(app, 20_000);
        add(app, 1);
        previews.change(
                PLATFORM,
                app.id(),
                Previews.ANY,
                edit -> edit.json()
                        .putObject("views")
                        .putObject("一覧")
                        .put("type", "LIST")
                        .put("index", "0")
                        .put("sort", "level asc")
                        .putArray("fields")
                        .add("level"));
        previews.deploy(PLATFORM, List.of(new Previews.AppRevision(app.id(), Previews.ANY)));

        Job planned = jobs(app).getFirst();
        assertThat(planned.kind()).isEqualTo(Job.Kind.BUILD_INDEXES);
        runAll();

        Job job = jobs(app).getFirst();
        assertThat(job.state()).isEqualTo(Job.State.DONE);
        assertThat(job.total()).isPositive();
        assertThat(job.done()).isEqualTo(job.total());
    }

    @Test
    void goesOnWhereAWorkerThatDiedHadCome() {
        AppDefinition app = install("n*2");
        add(app, 1100);
        install("n*3");
        JobStore.Claim claim = STORES.get().jobs().claim().orElseThrow();
        STORES.get().jobs().start(claim, 1100);
        STORES.get().jobs().advance(claim, 500, 500);

        CLOCK.move(Duration.ofMinutes(3));
        runAll();

        Job job = jobs(app).getFirst();
        assertThat(job.state()).isEqualTo(Job.State.DONE);
        assertThat(job.done()).isEqualTo(1100);
        assertThat(record(app, 500).value(code("calc"))).isEqualTo(new Value.Decimal(new BigDecimal("998")));
        assertThat(record(app, 501).value(code("calc"))).isEqualTo(new Value.Decimal(new BigDecimal("1500")));
    }

    @Test
    void leavesWhatACancelledJobHasNotDone() {
        AppDefinition app = install("n*2");
        add(app, 3);
        install("n*3");
        STORES.get().jobs().cancel(jobs(app).getFirst().id());

        runAll();

        assertThat(record(app, 3).value(code("calc"))).isEqualTo(new Value.Decimal(new BigDecimal("4")));
        assertThat(jobs(app).getFirst().state()).isEqualTo(Job.State.CANCELLED);
    }
}
