package org.mimamori.office;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppInstaller;
import org.mimamori.engine.app.CompiledApps;
import org.mimamori.engine.app.DefinitionReader;
import org.mimamori.engine.app.DefinitionSource;
import org.mimamori.engine.app.InMemoryAppStore;
import org.mimamori.engine.change.Transactions;
import org.mimamori.engine.comment.Comments;
import org.mimamori.engine.comment.GuardedComments;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.Group;
import org.mimamori.engine.directory.Organization;
import org.mimamori.engine.directory.User;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.FieldTypes;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.file.FileSweeper;
import org.mimamori.engine.imports.ImportFiles;
import org.mimamori.engine.imports.ImportWork;
import org.mimamori.engine.imports.Imports;
import org.mimamori.engine.inbox.GuardedInbox;
import org.mimamori.engine.inbox.Inbox;
import org.mimamori.engine.job.JobRunner;
import org.mimamori.engine.notify.CrossingWatch;
import org.mimamori.engine.notify.CrossingWorker;
import org.mimamori.engine.notify.Desk;
import org.mimamori.engine.notify.NotifyWorker;
import org.mimamori.engine.record.FieldPurge;
import org.mimamori.engine.record.RecordChange;
import org.mimamori.engine.record.RecordKey;
import org.mimamori.engine.record.Records;
import org.mimamori.engine.record.Submission;
import org.mimamori.engine.report.GuardedReports;
import org.mimamori.engine.report.MemoryReportStore;
import org.mimamori.engine.report.Reports;
import org.mimamori.engine.report.SnapshotWorker;
import org.mimamori.engine.space.ThreadReading;
import org.mimamori.engine.text.LocalText;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A small town: a coordinating office and two nurseries, a contact log in which a nursery sees its own children only,
 * and a duty roster that only the coordinating office sees. The engine is the real one; only its stores are in memory.
 */
public final class Office {

    public static final String COORDINATOR = "sato";
    public static final String NURSE = "tanaka";
    public static final String OTHER_NURSE = "suzuki";
    public static final String ADMINISTRATOR = "admin";
    /** Somebody whom no app lets in. */
    public static final String NEWCOMER = "ito";

    /** Wednesday 1 April 2026, 10:30 in Tokyo. */
    public static final Instant START = Instant.parse("2026-04-01T01:30:00Z");

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    public final SteppingClock clock;
    public final MemoryDirectoryStore directoryStore = new MemoryDirectoryStore();
    public final Directory directory = new Directory(directoryStore);
    public final CompiledApps catalog;
    public final AppInstaller installer;
    public final Records records;
    public final Comments comments;
    public final Inbox inbox;
    public final Reports reports;
    public final SnapshotWorker snapshots;
    public final Imports imports;
    private final JobRunner jobs;
    private final NotifyWorker worker;
    private final CrossingWorker crossings;

    public Office() {
        clock = new SteppingClock(START);
        people();
        InMemoryAppStore appStore = new InMemoryAppStore();
        DefinitionReader reader = new DefinitionReader(FieldTypes.standard(), clock);
        catalog = new CompiledApps(appStore, reader, clock);
        installer = new AppInstaller(reader, appStore, catalog, clock);
        List.of("contact_log", "duty_roster").forEach(this::install);
        MemoryChangeStore changes = new MemoryChangeStore();
        MemoryFiles files = new MemoryFiles();
        Transactions transactions = new Transactions() {
            @Override
            public <T> T run(Supplier<T> work) {
                return work.get();
            }
        };
        MemoryRecordStore recordStore = new MemoryRecordStore();
        Records.Ground ground = new Records.Ground(
                catalog, directory, recordStore, changes, transactions, files, files, clock, TOKYO, 10_000_000);
        MemoryCrossingStore crossed = new MemoryCrossingStore();
        records = Records.over(ground, new CrossingWatch(crossed, directory, clock, TOKYO));
        MemoryCommentStore commentStore = new MemoryCommentStore();
        MemoryInboxStore inboxStore = new MemoryInboxStore();
        comments = new GuardedComments(
                records.apps(), records.service(), commentStore, changes, transactions, directory, clock);
        inbox = new GuardedInbox(records.apps(), records.service(), commentStore, ThreadReading.NONE, inboxStore);
        MemorySnapshotStore snapshotStore = new MemorySnapshotStore();
        reports = new GuardedReports(
                records.apps(), new MemoryReportStore(recordStore::all), snapshotStore, reader, directory, clock);
        snapshots = new SnapshotWorker(catalog, reports, snapshotStore, clock, TOKYO);
        MemoryJobStore jobStore = new MemoryJobStore(clock);
        MemoryImportStore importStore = new MemoryImportStore();
        ImportFiles reading = new ImportFiles(files, files);
        imports = new Imports(records.apps(), importStore, jobStore, reading, transactions, clock);
        ImportWork work = new ImportWork(
                importStore, reading, records.apps(), records.intake(), directory, changes, transactions, clock);
        FieldPurge purge = new FieldPurge(new MemoryPurgeStore(), catalog, new FileSweeper(files, files, clock));
        jobs = new JobRunner(jobStore, catalog, records.recalculation(), records.optionRewrite(), purge, List.of(work));
        Desk desk = new Desk(catalog, records.apps(), records.service(), directory, inboxStore);
        worker = new NotifyWorker(desk, changes, commentStore, ThreadReading.NONE);
        crossings = new CrossingWorker(desk, crossed, clock);
    }

    private void people() {
        directoryStore.saveOrganizations(List.of(
                organization("city", "ひだまり市", "Hidamari City", null),
                organization("office", "こども家庭センター", "Child and Family Centre", "city"),
                organization("nurseries", "保育園", "Nurseries", "city"),
                organization("midori", "みどり保育園", "Midori Nursery", "nurseries"),
                organization("sakura", "さくら保育園", "Sakura Nursery", "nurseries")));
        directoryStore.saveGroups(List.of(new Group("coordinators", LocalText.of("調整担当", "en", "Coordinators"))));
        directoryStore.saveUsers(List.of(
                user(COORDINATOR, "佐藤 恵", "サトウ メグミ", "office", List.of("coordinators"), false),
                user(NURSE, "田中 花子", "タナカ ハナコ", "midori", List.of(), false),
                user(OTHER_NURSE, "鈴木 一郎", "スズキ イチロウ", "sakura", List.of(), false),
                user(NEWCOMER, "伊藤 次郎", "イトウ ジロウ", "city", List.of(), false),
                user(ADMINISTRATOR, "管理 者", "カンリ シャ", "city", List.of(), true)));
    }

    private static Organization organization(String code, String ja, String en, @Nullable String parent) {
        return new Organization(code, LocalText.of(ja, "en", en), "", parent);
    }

    private static User user(
            String code, String name, String kana, String organization, List<String> groups, boolean admin) {
        return new User(code, name, kana, "", null, TOKYO, true, List.of(organization), groups, admin);
    }

    /** Installs one more app of the town. */
    public AppDefinition install(String code) {
        return installer.install(DefinitionSource.of(code + ".json", definition(code)), EntityRef.user(ADMINISTRATOR));
    }

    private static ObjectNode definition(String code) {
        try (InputStream in = Office.class.getResourceAsStream("/office/" + code + ".json")) {
            return (ObjectNode) new JsonMapper().readTree(Objects.requireNonNull(in, code));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Clock clock() {
        return clock;
    }

    public Actor.Person person(String code) {
        return directory.person(directory.findUser(code).orElseThrow(), Locale.JAPANESE);
    }

    public AppDefinition contactLog() {
        return catalog.findByCode("contact_log").orElseThrow();
    }

    /** A new entry of the contact log about a child of a nursery, written by the coordinator. */
    public long contact(String child, String nursery) {
        Map<FieldCode, Value> values = new LinkedHashMap<>();
        values.put(new FieldCode("child"), new Value.Text(child));
        values.put(new FieldCode("seen_on"), new Value.Date(LocalDate.of(2026, 4, 1)));
        values.put(new FieldCode("fact"), new Value.Text("お迎えのとき、元気がなかった。"));
        values.put(new FieldCode("nursery"), new Value.Entities(List.of(EntityRef.organization(nursery))));
        return records.service()
                .add(person(COORDINATOR), contactLog().id(), Submission.of(values))
                .id();
    }

    /** The coordinator notes how long an entry took; who is to be told of it is. */
    public void minutes(long record, int minutes) {
        Map<FieldCode, Value> values = Map.of(new FieldCode("minutes"), new Value.Decimal(BigDecimal.valueOf(minutes)));
        records.service()
                .update(
                        person(COORDINATOR),
                        contactLog().id(),
                        new RecordChange(new RecordKey.ById(record), RecordChange.ANY, Submission.of(values)));
        tell();
    }

    /** Writes a comment, and tells those it mentions. */
    public long comment(String who, long record, String text, @Nullable Long replyTo, EntityRef... mentions) {
        long id = comments.add(person(who), contactLog().id(), record, text, List.of(mentions), replyTo);
        worker.run();
        return id;
    }

    /** Something to look at: records with discussions. */
    void talk() {
        for (String child : List.of("中村 蓮", "山本 さくら", "高橋 ひなた")) {
            long record = contact(child, "midori");
            EntityRef nurse = EntityRef.user(NURSE);
            EntityRef coordinator = EntityRef.user(COORDINATOR);
            clock.pass(Duration.ofHours(-20));
            long question = comment(
                    COORDINATOR, record, "@田中 花子 今日の" + child + "さんの様子はいかがでしたか。朝の体温と、お迎えに来た人も教えてください。", null, nurse);
            clock.pass(Duration.ofHours(18));
            long answer = comment(NURSE, record, "@佐藤 恵 36.8度でした。お迎えはおばあさんです。\n食事は半分ほど残しました。", question, coordinator);
            clock.pass(Duration.ofMinutes(90));
            comment(COORDINATOR, record, "ありがとうございます。様子の見方は https://example.jp/guide?id=12 にあります。", answer);
            comments.like(person(NURSE), contactLog().id(), record, question);
            comments.like(person(COORDINATOR), contactLog().id(), record, answer);
            clock.pass(Duration.ofMinutes(27));
            comment(COORDINATOR, record, "@みどり保育園 明日 14 時から電話会議をお願いします。", null, EntityRef.organization("midori"));
            clock.pass(Duration.ofMinutes(3));
        }
    }

    /** Does the work that waits in the background. */
    public void doJobs() {
        boolean done;
        do {
            done = jobs.run();
        } while (done);
    }

    /** Brings out what is still to be told. */
    public void tell() {
        worker.run();
        crossings.run();
    }
}
