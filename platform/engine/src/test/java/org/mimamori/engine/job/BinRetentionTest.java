package org.mimamori.engine.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppInstaller;
import org.mimamori.engine.app.CompiledApps;
import org.mimamori.engine.app.DefinitionReader;
import org.mimamori.engine.app.DefinitionSource;
import org.mimamori.engine.app.PreviewMaker;
import org.mimamori.engine.change.Change;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.edit.FieldsEdit;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.FieldTypes;
import org.mimamori.engine.field.Row;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.file.FileSweeper;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.record.AppRecord;
import org.mimamori.engine.record.FieldPurge;
import org.mimamori.engine.record.RecordChange;
import org.mimamori.engine.record.RecordKey;
import org.mimamori.engine.record.RecordService.Deletion;
import org.mimamori.engine.record.Records;
import org.mimamori.engine.record.Submission;
import org.mimamori.engine.settings.GuardedPreviews;
import org.mimamori.engine.settings.Previews;
import org.mimamori.engine.settings.SettingsHistory;
import org.mimamori.engine.store.MongoStores;
import org.mimamori.engine.store.MovableClock;
import org.mimamori.engine.store.TestStores;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What records held in a deleted field is destroyed when its time has come, and not before. */
class BinRetentionTest {

    private static final Duration KEPT = Duration.ofDays(90);
    private static final Actor PLATFORM = new Actor.Platform("test");
    private static final FieldsEdit FIELDS = new FieldsEdit(FieldTypes.standard());
    private static int apps;

    private static final MovableClock CLOCK = new MovableClock();

    @RegisterExtension
    static final TestStores STORES = TestStores.embedded(CLOCK);

    private final String code = "bin" + apps++;
    private MongoStores stores;
    private CompiledApps catalog;
    private Records records;
    private Previews previews;
    private SettingsHistory history;
    private BinRetention retention;
    private JobRunner runner;
    private AppDefinition app;

    @BeforeEach
    void wire() {
        stores = STORES.get();
        DefinitionReader reader = new DefinitionReader(FieldTypes.standard(), CLOCK);
        catalog = new CompiledApps(stores.apps(), reader, CLOCK);
        AppInstaller installer = new AppInstaller(reader, stores.apps(), catalog, CLOCK, new DeployJobs(stores.jobs()));
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
        history = new SettingsHistory(previews, stores.apps(), KEPT);
        retention =
                new BinRetention(stores.apps(), stores.jobs(), stores.changes(), stores.transactions(), CLOCK, KEPT);
        runner = new JobRunner(
                stores.jobs(),
                catalog,
                records.recalculation(),
                records.optionRewrite(),
                new FieldPurge(stores.purges(), catalog, new FileSweeper(stores.files(), stores.blobs(), CLOCK)),
                List.of());
        // What other tests left in the bin is none of this one's business.
        CLOCK.move(KEPT.multipliedBy(3));
        retention.run();
        runJobs();
        app = installer.install(DefinitionSource.of(code, definition()), EntityRef.user("admin"));
    }

    private ObjectNode definition() {
        return object("""
                {"code":"%s","name":"記録","permissions":{"app":{"rights":[{"entity":{"type":"CREATOR"},"appEditable":true}]}},"fields":{
                  "名前":{"type":"SINGLE_LINE_TEXT","code":"名前","label":"名前"},
                  "秘密":{"type":"SINGLE_LINE_TEXT","code":"秘密","label":"秘密"},
                  "書類":{"type":"FILE","code":"書類","label":"書類"},
                  "表":{"type":"SUBTABLE","code":"表","label":"表","fields":{
                    "行":{"type":"SINGLE_LINE_TEXT","code":"行","label":"行"},
                    "欄":{"type":"SINGLE_LINE_TEXT","code":"欄","label":"欄"}}}}}""".formatted(code));
    }

    private static ObjectNode object(String json) {
        return (ObjectNode) JsonMapper.shared().readTree(json);
    }

    private long add(String secret) throws IOException {
        String key = records.attachments()
                .upload(PLATFORM, secret + ".txt", new ByteArrayInputStream((secret + code).getBytes(UTF_8)))
                .key();
        return records.service()
                .add(PLATFORM, app.id(), Submission.ofJson(object("""
                        {"名前":{"value":"青木"},"秘密":{"value":"%1$s"},"書類":{"value":[{"fileKey":"%2$s"}]},
                         "表":{"value":[{"value":{"行":{"value":"一行目"},"欄":{"value":"%1$s"}}}]}}""".formatted(secret, key))))
                .id();
    }

    private void delete(String... codes) {
        previews.change(
                PLATFORM,
                app.id(),
                Previews.ANY,
                edit -> FIELDS.remove(edit, Stream.of(codes).map(FieldCode::new).toList()));
    }

    private void deploy() {
        previews.deploy(PLATFORM, List.of(new Previews.AppRevision(app.id(), Previews.ANY)));
    }

    private void runJobs() {
        boolean done;
        do {
            done = runner.run();
        } while (done);
    }

    private AppRecord record(long id) {
        return records.service().get(PLATFORM, app.id(), id);
    }

    /** All that the database holds of the app, as text. */
    private String everything() {
        List<String> all = new ArrayList<>();
        try (MongoClient client = STORES.client()) {
            MongoDatabase database = client.getDatabase(STORES.database());
            for (String name : database.listCollectionNames()) {
                for (Document document : database.getCollection(name).find()) {
                    Object owner = name.startsWith("app")
                            ? document.getOrDefault("app", document.get("_id"))
                            : document.get("app");
                    if (name.equals("r_" + app.id())
                            || Long.valueOf(app.id().value()).equals(owner)) {
                        all.add(document.toString());
                    }
                }
            }
        }
        return String.join("\n", all);
    }

    @Test
    void destroysWhatRecordsHeldInHistoryAndFilesToo() throws IOException {
        long id = add("ひみつの話");
        long gone = add("けした話");
        save(id, "{\"秘密\":{\"value\":\"ひみつの先\"}}");
        records.service().deleteAll(PLATFORM, app.id(), List.of(new Deletion(gone, RecordChange.ANY)));
        delete("秘密", "書類", "欄");
        deploy();
        CLOCK.move(KEPT.minusMinutes(1));
        assertThat(retention.run()).isZero();
        assertThat(everything()).contains("ひみつの話", "ひみつの先", "けした話");

        CLOCK.move(Duration.ofMinutes(1));
        assertThat(retention.run()).isEqualTo(3);
        runJobs();

        assertThat(everything()).contains("青木", "一行目").doesNotContain("ひみつ", "けした話", "ひみ", "けし");
        AppRecord left = record(id);
        assertThat(left.revision()).isEqualTo(2);
        assertThat(left.value(new FieldCode("名前"))).isEqualTo(new Value.Text("青木"));
        assertThat(left.value(new FieldCode("表")).toString()).contains("一行目");
        assertThat(stores.files().usage(app.id())).isZero();
        assertThat(stores.files().references(hash("ひみつの話" + code))).isFalse();
        assertThat(stores.changes().ofRecord(catalog.find(app.id()).orElseThrow(), id, 10, Long.MAX_VALUE))
                .as("that something was done stays")
                .hasSize(2);
        assertThat(retention.run()).isZero();
    }

    private static String hash(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void destroysAWholeTable() throws IOException {
        long id = add("ひみつの話");
        delete("表", "秘密", "書類");
        deploy();
        CLOCK.move(KEPT);
        retention.run();
        runJobs();

        assertThat(everything()).contains("青木").doesNotContain("ひみつ", "一行目");
        assertThat(record(id).value(new FieldCode("名前"))).isEqualTo(new Value.Text("青木"));
    }

    @Test
    void countsFromTheDeployment() throws IOException {
        add("ひみつの話");
        delete("秘密");
        CLOCK.move(KEPT.multipliedBy(2));
        assertThat(retention.run()).as("it is still on the live form").isZero();
        assertThat(history.bin(PLATFORM, app.id()))
                .extracting(SettingsHistory.Binned::until)
                .containsExactly((Instant) null);

        Instant deployed = CLOCK.instant();
        deploy();

        assertThat(retention.run()).isZero();
        assertThat(history.bin(PLATFORM, app.id()))
                .extracting(SettingsHistory.Binned::until)
                .containsExactly(deployed.plus(KEPT));
    }

    @Test
    void leavesWhatWasPutBackAndWhatIsBeingPutBack() throws IOException {
        long id = add("ひみつの話");
        delete("秘密", "書類");
        deploy();
        history.putBack(PLATFORM, app.id(), new FieldCode("秘密"), Previews.ANY);
        CLOCK.move(KEPT);

        assertThat(retention.run()).isEqualTo(1);
        runJobs();
        deploy();

        assertThat(record(id).value(new FieldCode("秘密"))).isEqualTo(new Value.Text("ひみつの話"));
        assertThat(history.bin(PLATFORM, app.id())).isEmpty();
        CLOCK.move(KEPT);
        assertThat(retention.run()).isZero();
    }

    @Test
    void bringsBackWhatRecordsHeldThatWereSavedMeanwhile() throws IOException {
        long id = add("ひみつの話");
        delete("秘密", "欄");
        deploy();
        long row = rows(id).getFirst().id();
        save(id, """
                {"名前":{"value":"井上"},"表":{"value":[
                  {"id":"%d","value":{"行":{"value":"直した行"}}},{"value":{"行":{"value":"二行目"}}}]}}""".formatted(row));
        save(id, "{\"名前\":{\"value\":\"上田\"}}");

        history.putBack(PLATFORM, app.id(), new FieldCode("秘密"), Previews.ANY);
        history.putBack(PLATFORM, app.id(), new FieldCode("欄"), Previews.ANY);
        deploy();

        assertThat(record(id).value(new FieldCode("名前"))).isEqualTo(new Value.Text("上田"));
        assertThat(record(id).value(new FieldCode("秘密"))).isEqualTo(new Value.Text("ひみつの話"));
        assertThat(rows(id).getFirst().value(new FieldCode("行"))).isEqualTo(new Value.Text("直した行"));
        assertThat(rows(id).getFirst().value(new FieldCode("欄"))).isEqualTo(new Value.Text("ひみつの話"));
        assertThat(rows(id).getLast().value(new FieldCode("欄"))).isEqualTo(Value.BLANK);
    }

    @Test
    void leavesEmptyWhatSomebodyEmpties() throws IOException {
        long id = add("ひみつの話");
        delete("欄");
        deploy();
        save(id, "{\"秘密\":{\"value\":\"\"}}");

        assertThat(record(id).value(new FieldCode("秘密"))).isEqualTo(Value.BLANK);
    }

    private List<Row> rows(long id) {
        return record(id).value(new FieldCode("表")) instanceof Value.Rows(List<Row> rows) ? rows : List.of();
    }

    private void save(long id, String values) {
        records.service()
                .update(
                        PLATFORM,
                        app.id(),
                        new RecordChange(new RecordKey.ById(id), RecordChange.ANY, Submission.ofJson(object(values))));
    }

    @Test
    void cannotBePutBackOrCancelledOnceItIsDue() throws IOException {
        add("ひみつの話");
        delete("秘密");
        deploy();
        previews.change(PLATFORM, app.id(), Previews.ANY, edit -> edit.json().put("name", "改名"));
        CLOCK.move(KEPT);
        retention.run();

        assertThat(history.bin(PLATFORM, app.id())).isEmpty();
        assertThatThrownBy(() -> history.putBack(PLATFORM, app.id(), new FieldCode("秘密"), Previews.ANY))
                .isInstanceOf(PlatformException.class);
        Jobs jobs = new Jobs(records.apps(), stores.jobs());
        Job purge = jobs.of(PLATFORM, app).getFirst();
        assertThat(purge.kind()).isEqualTo(Job.Kind.PURGE_FIELDS);
        assertThatThrownBy(() -> jobs.cancel(PLATFORM, app, purge.id())).isInstanceOf(PlatformException.class);
        runJobs();
        assertThat(jobs.of(PLATFORM, app).getFirst().state()).isEqualTo(Job.State.DONE);
        deploy();
        assertThat(everything()).doesNotContain("ひみつの話\"").contains("改名");
    }

    @Test
    void givesAFieldOfTheSameCodeItsOwnTime() throws IOException {
        long id = add("ひみつの話");
        delete("秘密");
        deploy();
        previews.change(
                PLATFORM,
                app.id(),
                Previews.ANY,
                edit -> FIELDS.add(
                        edit, object("{\"秘密\":{\"type\":\"SINGLE_LINE_TEXT\",\"code\":\"秘密\",\"label\":\"新\"}}")));
        deploy();
        save(id, "{\"秘密\":{\"value\":\"新しい話\"}}");
        CLOCK.move(KEPT);
        retention.run();
        runJobs();

        assertThat(record(id).value(new FieldCode("秘密"))).isEqualTo(new Value.Text("新しい話"));
        assertThat(everything()).contains("新しい話");
    }

    @Test
    void writesInTheLogWhatWentAndWhoHadDeletedIt() throws IOException {
        add("ひみつの話");
        delete("秘密");
        deploy();
        long before = stores.changes().last();
        CLOCK.move(KEPT);
        retention.run();

        Change entry = stores.changes().after(before, 10).getFirst();
        assertThat(entry.app()).isEqualTo(app.id());
        assertThat(entry.reason()).isEqualTo("bin retention");
        assertThat(entry.what()).isInstanceOfSatisfying(Change.What.Administered.class, what -> {
            assertThat(what.subject()).isEqualTo(Change.Subject.FIELD);
            assertThat(what.code()).isEqualTo("秘密");
            assertThat(what.deed()).isEqualTo(Change.Deed.DELETED);
            assertThat(what.details()).extracting(Change.Detail::name).containsExactly("deletedAt", "deletedBy");
        });
    }

    @Test
    void triesAgainWhatFailed() throws IOException {
        add("ひみつの話");
        delete("秘密", "書類", "欄");
        deploy();
        CLOCK.move(KEPT);
        retention.run();
        stores.jobs().end(stores.jobs().claim().orElseThrow(), Job.State.FAILED, "IllegalStateException");

        assertThat(retention.run()).isZero();
        assertThat(retention.run()).as("one attempt at a time").isZero();
        runJobs();

        List<Job> jobs = stores.jobs().of(app.id(), 10);
        assertThat(jobs).extracting(Job::state).containsExactly(Job.State.DONE, Job.State.FAILED);
        assertThat(everything()).doesNotContain("ひみつ");
    }
}
