package org.mimamori.engine.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.file.FileSweeper;
import org.mimamori.engine.job.Job;
import org.mimamori.engine.job.JobRunner;
import org.mimamori.engine.notify.Town;
import org.mimamori.engine.query.Filter;
import org.mimamori.engine.record.AppRecord;
import org.mimamori.engine.record.FieldPurge;
import org.mimamori.engine.record.RecordIntake.Mode;
import org.mimamori.engine.record.RecordQuery;
import org.mimamori.engine.store.MongoStores;
import org.mimamori.engine.store.MovableClock;

/** A town whose people read files into the app of watched children. */
final class ReadingRoom {

    static final Charset WINDOWS = Charset.forName("windows-31j");

    final Town town;
    final Imports imports;
    final ImportStore store;
    final ImportFiles files;
    final ImportRetention retention;
    final WatchedApps apps;
    final ImportWork work;
    private final JobRunner runner;

    ReadingRoom(MongoStores stores, MovableClock clock) {
        this.town = new Town(stores, clock);
        this.store = stores.imports();
        this.files = new ImportFiles(stores.files(), stores.blobs());
        this.imports = new Imports(town.records.apps(), store, stores.jobs(), files, stores.transactions(), clock);
        this.apps = new WatchedApps(town.records.apps());
        this.work = new ImportWork(
                store,
                files,
                apps,
                town.records.intake(),
                town.directory,
                stores.changes(),
                stores.transactions(),
                clock);
        this.retention = new ImportRetention(store, stores.jobs(), files, clock);
        this.runner = new JobRunner(
                stores.jobs(),
                town.catalog,
                town.records.recalculation(),
                town.records.optionRewrite(),
                new FieldPurge(stores.purges(), town.catalog, new FileSweeper(stores.files(), stores.blobs(), clock)),
                List.of(work));
    }

    /** Begins to read a file in. */
    long start(String who, AppDefinition app, Mode mode, String keyField, String content) {
        String key = upload(who, content);
        return imports.start(person(who), app, key, plan(who, app, key, mode, keyField));
    }

    Actor.Person person(String code) {
        return town.person(code);
    }

    String upload(String who, byte[] content) {
        try {
            return town.records
                    .attachments()
                    .upload(person(who), "名簿.csv", new ByteArrayInputStream(content))
                    .key();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String upload(String who, String content) {
        return upload(who, content.getBytes(StandardCharsets.UTF_8));
    }

    Imports.Preview preview(String who, AppDefinition app, String key) {
        try {
            return imports.preview(person(who), app, key, null, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How a file is read when nobody says anything else than how its records are found. */
    ImportPlan plan(String who, AppDefinition app, String key, Mode mode, String keyField) {
        Imports.Preview preview = preview(who, app, key);
        return new ImportPlan(preview.format(), mode, keyField, preview.columns(), false, false);
    }

    static ImportPlan keepingEmpty(ImportPlan plan) {
        return new ImportPlan(plan.format(), plan.mode(), plan.key(), plan.columns(), true, plan.checkOnly());
    }

    static ImportPlan checkOnly(ImportPlan plan) {
        return new ImportPlan(plan.format(), plan.mode(), plan.key(), plan.columns(), plan.keepEmpty(), true);
    }

    static ImportPlan with(ImportPlan plan, List<String> columns) {
        return new ImportPlan(plan.format(), plan.mode(), plan.key(), columns, plan.keepEmpty(), plan.checkOnly());
    }

    /** Reads a file in from beginning to end. */
    ImportRun read(String who, AppDefinition app, Mode mode, String keyField, String content) {
        long job = start(who, app, mode, keyField, content);
        work();
        return status(who, app, job).run();
    }

    ImportRun add(String who, AppDefinition app, String content) {
        return read(who, app, Mode.ADD, "", content);
    }

    void work() {
        boolean done;
        do {
            done = runner.run();
        } while (done);
    }

    Imports.Status status(String who, AppDefinition app, long job) {
        return imports.status(person(who), app, job);
    }

    Job.State state(ImportRun run) {
        return town.stores.jobs().find(run.job()).orElseThrow().state();
    }

    /** All records by number, as the platform sees them. */
    List<AppRecord> records(AppDefinition app) {
        return town.service()
                .find(new Actor.Platform("test"), app.id(), RecordQuery.of("order by $id asc limit 500"))
                .records();
    }

    long count(AppDefinition app) {
        return town.stores.records().count(app, Filter.EVERYTHING);
    }

    /** Faults as {@code row:column field key}. */
    static List<String> faults(ImportRun run) {
        return run.faults().stream()
                .map(fault -> "%d:%d %s %s"
                        .formatted(
                                fault.row(),
                                fault.column(),
                                fault.problem().field(),
                                fault.problem().key()))
                .toList();
    }

    /** A file of so many children. */
    static String children(int count) {
        StringBuilder text = new StringBuilder("no,name\n");
        IntStream.rangeClosed(1, count).forEach(i -> text.append("N%05d,児童%d\n".formatted(i, i)));
        return text.toString();
    }

    AppDefinition install(String code, String parts) {
        return town.installJson(APP.formatted(code, parts));
    }

    private static final String APP = """
            {
              "code": "%s",
              "name": "見守り",
              "fields": {
                "number": {"type": "RECORD_NUMBER", "code": "number", "label": "レコード番号"},
                "no": {"type": "SINGLE_LINE_TEXT", "code": "no", "label": "児童番号", "unique": true, "maxLength": "10"},
                "name": {"type": "SINGLE_LINE_TEXT", "code": "name", "label": "氏名", "required": true},
                "memo": {"type": "MULTI_LINE_TEXT", "code": "memo", "label": "メモ"},
                "level": {"type": "DROP_DOWN", "code": "level", "label": "状態", "defaultValue": "平常", "options": {
                  "平常": {"label": "平常", "index": "0"}, "要注意": {"label": "要注意", "index": "1"}}},
                "signs": {"type": "CHECK_BOX", "code": "signs", "label": "兆候", "options": {
                  "欠席": {"label": "欠席", "index": "0"}, "けが": {"label": "けが", "index": "1"}}},
                "days": {"type": "NUMBER", "code": "days", "label": "欠席日数", "maxValue": "365"},
                "twice": {"type": "CALC", "code": "twice", "label": "二倍", "expression": "days*2"},
                "visit_on": {"type": "DATE", "code": "visit_on", "label": "訪問日"},
                "call_at": {"type": "DATETIME", "code": "call_at", "label": "電話"},
                "nursery": {"type": "ORGANIZATION_SELECT", "code": "nursery", "label": "園"},
                "staff": {"type": "USER_SELECT", "code": "staff", "label": "担当"},
                "photo": {"type": "FILE", "code": "photo", "label": "写真"},
                "talks": {"type": "SUBTABLE", "code": "talks", "label": "相談", "fields": {
                  "talk_on": {"type": "DATE", "code": "talk_on", "label": "相談日"},
                  "talk": {"type": "SINGLE_LINE_TEXT", "code": "talk", "label": "内容"}}},
                "finding": {"type": "SINGLE_LINE_TEXT", "code": "finding", "label": "所見"}
              },
              "permissions": {
                "app": {"rights": [
                  {"entity": {"type": "USER", "code": "sato"}, "appEditable": true, "recordViewable": true,
                   "recordAddable": true, "recordEditable": true, "recordDeletable": true, "recordImportable": true},
                  {"entity": {"type": "GROUP", "code": "nursery_heads"}, "recordViewable": true,
                   "recordAddable": true, "recordEditable": true, "recordImportable": true},
                  {"entity": {"type": "GROUP", "code": "everyone"}, "recordViewable": true, "recordAddable": true}]},
                "record": {"rights": [{"filterCond": "", "entities": [
                  {"entity": {"type": "GROUP", "code": "coordinators"}, "viewable": true, "editable": true},
                  {"entity": {"type": "FIELD_ENTITY", "code": "nursery"}, "viewable": true, "editable": true},
                  {"entity": {"type": "FIELD_ENTITY", "code": "staff"}, "viewable": true, "editable": false}]}]},
                "field": {"rights": [{"code": "finding", "entities": [
                  {"accessibility": "WRITE", "entity": {"type": "GROUP", "code": "coordinators"}},
                  {"accessibility": "NONE", "entity": {"type": "GROUP", "code": "everyone"}}]}]}
              }%s
            }
            """;
}
