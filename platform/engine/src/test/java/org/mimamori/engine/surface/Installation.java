package org.mimamori.engine.surface;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppInstaller;
import org.mimamori.engine.app.CompiledApps;
import org.mimamori.engine.app.DefinitionReader;
import org.mimamori.engine.app.DefinitionSource;
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
import org.mimamori.engine.inbox.GuardedInbox;
import org.mimamori.engine.inbox.Inbox;
import org.mimamori.engine.notify.CrossingWatch;
import org.mimamori.engine.notify.Desk;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.record.AppRecord;
import org.mimamori.engine.record.GuardedSearch;
import org.mimamori.engine.record.ProcessService;
import org.mimamori.engine.record.RecordChange;
import org.mimamori.engine.record.RecordKey;
import org.mimamori.engine.record.RecordService;
import org.mimamori.engine.record.Records;
import org.mimamori.engine.record.Search;
import org.mimamori.engine.record.Submission;
import org.mimamori.engine.report.GuardedReports;
import org.mimamori.engine.report.Reports;
import org.mimamori.engine.space.ThreadReading;
import org.mimamori.engine.store.MongoStores;
import org.mimamori.engine.surface.Plain.App;
import org.mimamori.engine.surface.Plain.Entry;
import org.mimamori.engine.surface.Plain.Person;
import org.mimamori.engine.surface.Plain.Rec;
import org.mimamori.engine.text.LocalText;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The whole engine over real stores, into which what is written down plainly is put. */
public final class Installation {

    public static final Actor.Platform PLATFORM = new Actor.Platform("");
    /** Who made the apps; one of the people. */
    public static final String MAKER = "u0";

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final JsonMapper JSON = JsonMapper.shared();

    final Records records;
    final Comments comments;
    final Inbox inbox;
    final Reports reports;
    final Search search;
    private final MongoStores stores;
    private final Directory directory;
    private final CompiledApps catalog;
    private final AppInstaller installer;
    private final Stepping clock;
    private final Outbox outbox;

    public Installation(MongoStores stores, Clock given) {
        this.clock = new Stepping(given);
        this.stores = stores;
        this.directory = new Directory(stores.directory());
        DefinitionReader reader = new DefinitionReader(FieldTypes.standard(), clock);
        this.catalog = new CompiledApps(stores.apps(), reader, clock);
        this.installer = new AppInstaller(reader, stores.apps(), catalog, clock);
        this.records = Records.over(
                new Records.Ground(
                        catalog,
                        directory,
                        stores.records(),
                        stores.changes(),
                        stores.transactions(),
                        stores.files(),
                        stores.blobs(),
                        clock,
                        TOKYO,
                        1_000_000),
                new CrossingWatch(stores.crossings(), directory, clock, TOKYO));
        this.comments = new GuardedComments(
                records.apps(),
                records.service(),
                stores.comments(),
                stores.changes(),
                stores.transactions(),
                directory,
                clock);
        this.inbox = new GuardedInbox(
                records.apps(), records.service(), stores.comments(), ThreadReading.NONE, stores.inbox());
        this.reports =
                new GuardedReports(records.apps(), stores.reports(), stores.snapshots(), reader, directory, clock);
        this.search = new GuardedSearch(records.apps(), stores.records());
        Desk desk = new Desk(catalog, records.apps(), records.service(), directory, stores.inbox());
        this.outbox = new Outbox(stores, desk, clock, TOKYO);
    }

    public void saveOrganizations(Map<String, String> parents) {
        stores.directory()
                .saveOrganizations(Dice.ORGANIZATIONS.stream()
                        .map(code -> new Organization(code, LocalText.of(code), "", parents.get(code)))
                        .toList());
        stores.directory()
                .saveGroups(Dice.GROUPS.stream()
                        .map(code -> new Group(code, LocalText.of(code)))
                        .toList());
    }

    public void savePeople(List<Person> people) {
        stores.directory().saveUsers(people.stream().map(Installation::user).toList());
    }

    private static User user(Person person) {
        return new User(
                person.code(),
                person.code(),
                "",
                "",
                Locale.ENGLISH,
                TOKYO,
                true,
                person.organizations(),
                person.groups(),
                person.admin());
    }

    /** Puts the apps' definitions in force. */
    public void install(App home, App visit) {
        AppInstaller.Installed installed = installer.installAll(
                List.of(
                        DefinitionSource.of(Forms.HOME, Forms.json(home)),
                        DefinitionSource.of(Forms.VISIT, Forms.json(visit))),
                EntityRef.user(MAKER));
        if (!installed.problems().isEmpty() || !installed.gaps().isEmpty()) {
            throw new IllegalStateException(installed.problems() + " " + installed.gaps());
        }
    }

    public AppDefinition app(String code) {
        return catalog.findByCode(code).orElseThrow();
    }

    Actor.Person actor(Person person) {
        return directory.person(directory.findUser(person.code()).orElseThrow(), Locale.ENGLISH);
    }

    /** Adds a record; a lookup's copies are then among its plain values too. */
    public void add(Rec record) {
        clock.pass();
        AppDefinition app = app(record.app);
        record.id = records.service()
                .add(PLATFORM, app.id(), Submission.ofJson(json(record)))
                .id();
        AppRecord kept = records.service().get(PLATFORM, app.id(), record.id);
        if (kept.value(new FieldCode("copied")) instanceof Value.Text(String copied)) {
            record.values.put("copied", copied);
        }
        if (kept.value(new FieldCode("paper")) instanceof Value.Files(var files)) {
            record.fileKey = files.getFirst().key();
        }
        if (record.app.equals(Forms.VISIT)) {
            record.values.put(Forms.STATUS, "open");
        }
        record.log.add(new Entry("Created", java.util.Set.copyOf(record.values.keySet())));
    }

    /** Changes texts and numbers of a record to others, so that its history holds values that it no longer has. */
    public void change(Rec record, Map<String, ?> texts) {
        clock.pass();
        ObjectNode json = JSON.createObjectNode();
        texts.forEach((field, text) -> json.putObject(field).put("value", text.toString()));
        RecordChange change =
                new RecordChange(new RecordKey.ById(record.id), RecordChange.ANY, Submission.ofJson(json));
        records.service().update(PLATFORM, app(record.app).id(), change);
        texts.forEach((field, text) -> {
            Object before = record.values.put(field, text);
            if (before != null) {
                record.past.computeIfAbsent(field, f -> new ArrayList<>()).add(before);
            }
        });
        record.log.add(new Entry("Updated", java.util.Set.copyOf(texts.keySet())));
    }

    /** Takes an action on a record; answers the name of the problem, or nothing for success. */
    String act(Person person, Rec record, String action) {
        clock.pass();
        try {
            records.process()
                    .act(
                            actor(person),
                            app(record.app).id(),
                            new ProcessService.Step(record.id, action, null, RecordChange.ANY));
            return "";
        } catch (PlatformException refused) {
            return Scene.name(refused.problem());
        }
    }

    /** Comments on a record, mentioning everybody. */
    public void comment(Rec record, String text) {
        List<EntityRef> everyone = List.of(EntityRef.group(Group.EVERYONE));
        comments.add(PLATFORM, app(record.app).id(), record.id, text, everyone, null);
        record.comments.add(text);
    }

    /** Lets those be told who may know now, and sends to whose rights allow it now. */
    public void tell() {
        outbox.tell();
    }

    /** What webhooks have sent since this was last asked, by reader. */
    Map<String, List<ObjectNode>> sent() {
        return outbox.sent();
    }

    void delete(Rec record) {
        records.service()
                .deleteAll(
                        PLATFORM,
                        app(record.app).id(),
                        List.of(new RecordService.Deletion(record.id, RecordChange.ANY)));
    }

    public void clear(List<Rec> left) {
        left.forEach(this::delete);
        tell();
        sent();
        clock.pass();
        stores.inbox().deleteBefore(clock.instant());
        stores.deliveries().deleteBefore(clock.instant());
    }

    private ObjectNode json(Rec record) {
        ObjectNode json = JSON.createObjectNode();
        record.values.forEach((field, value) -> {
            switch (field) {
                case "copied", Forms.STATUS, Forms.ASSIGNEE -> {}
                case "lead", "team", "circle" -> {
                    ArrayNode people = json.putObject(field).putArray("value");
                    ((List<?>) value)
                            .forEach(entity -> people.addObject()
                                    .put("code", entity.toString().split(":", 2)[1]));
                }
                case "rows" -> {
                    ArrayNode rows = json.putObject(field).putArray("value");
                    ((List<?>) value)
                            .forEach(cell -> rows.addObject()
                                    .putObject("value")
                                    .putObject("cell")
                                    .put("value", cell.toString()));
                }
                case "paper" ->
                    json.putObject(field).putArray("value").addObject().put("fileKey", upload(value.toString()));
                default -> json.putObject(field).put("value", value.toString());
            }
        });
        json.putObject(Forms.CREATOR).putObject("value").put("code", record.creator);
        return json;
    }

    private String upload(String name) {
        try {
            byte[] content = ("content of " + name).getBytes(StandardCharsets.UTF_8);
            return records.attachments()
                    .upload(PLATFORM, name, new ByteArrayInputStream(content))
                    .key();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a field of the engine's record holds, written down plainly; null for nothing. */
    static Object plain(Value value) {
        return switch (value) {
            case Value.Text(String text) -> text;
            case Value.Decimal(var number) -> number.intValueExact();
            case Value.Choice(String option) -> option;
            case Value.Entity(EntityRef ref) -> List.of(ref.type() + ":" + ref.code());
            case Value.Entities(List<EntityRef> refs) ->
                refs.stream().map(ref -> ref.type() + ":" + ref.code()).sorted().toList();
            case Value.Files(var files) -> files.getFirst().name();
            case Value.Rows(var rows) ->
                rows.stream()
                        .map(row -> Objects.toString(plain(row.value(new FieldCode("cell")))))
                        .toList();
            default -> throw new IllegalArgumentException(value.toString());
        };
    }
}
