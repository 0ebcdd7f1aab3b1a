package org.mimamori.engine.notify;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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
import org.mimamori.engine.field.FieldTypes;
import org.mimamori.engine.inbox.GuardedInbox;
import org.mimamori.engine.inbox.Inbox;
import org.mimamori.engine.record.AppPlaces;
import org.mimamori.engine.record.RecordChange;
import org.mimamori.engine.record.RecordKey;
import org.mimamori.engine.record.RecordService;
import org.mimamori.engine.record.Records;
import org.mimamori.engine.record.Submission;
import org.mimamori.engine.space.Doors;
import org.mimamori.engine.space.SpaceGround;
import org.mimamori.engine.space.Threads;
import org.mimamori.engine.store.MongoStores;
import org.mimamori.engine.text.LocalText;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A small town over real stores: a coordinating office, two nurseries below a city, and an app in which each nursery
 * sees its own children. Opened twice over the same stores it is two processes.
 */
public final class Town {

    public static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    public final MongoStores stores;
    public final Directory directory;
    public final CompiledApps catalog;
    public final AppInstaller installer;
    public final Records records;
    public final Comments comments;
    final Threads threads;
    final Inbox inbox;
    final NotifyWorker notify;
    final CrossingWorker crossings;
    final ReminderWorker reminders;

    public Town(MongoStores stores, Clock clock) {
        this(stores, clock, AppPlaces.NOWHERE);
    }

    /** @param places where apps are, and who may enter there */
    Town(MongoStores stores, Clock clock, AppPlaces places) {
        this.stores = stores;
        people();
        this.directory = new Directory(stores.directory());
        DefinitionReader reader = new DefinitionReader(FieldTypes.standard(), clock);
        this.catalog = new CompiledApps(stores.apps(), reader, clock);
        this.installer = new AppInstaller(reader, stores.apps(), catalog, clock);
        Records.Ground ground = new Records.Ground(
                catalog,
                directory,
                stores.records(),
                stores.changes(),
                stores.transactions(),
                stores.files(),
                stores.blobs(),
                clock,
                TOKYO,
                1_000_000,
                places);
        this.records = Records.over(ground, new CrossingWatch(stores.crossings(), directory, clock, TOKYO));
        this.comments = new GuardedComments(
                records.apps(),
                records.service(),
                stores.comments(),
                stores.changes(),
                stores.transactions(),
                directory,
                clock);
        this.threads = new Threads(new SpaceGround(
                stores.spaces(),
                new Doors(stores.spaces()),
                records.apps(),
                directory,
                stores.changes(),
                stores.transactions(),
                stores.files(),
                clock));
        this.inbox = new GuardedInbox(records.apps(), records.service(), stores.comments(), threads, stores.inbox());
        Desk desk = new Desk(catalog, records.apps(), records.service(), directory, stores.inbox());
        this.notify = new NotifyWorker(desk, stores.changes(), stores.comments(), threads);
        this.crossings = new CrossingWorker(desk, stores.crossings(), clock);
        this.reminders = new ReminderWorker(desk, stores.reminders(), clock, TOKYO);
    }

    private void people() {
        stores.directory()
                .saveOrganizations(List.of(
                        organization("city", null),
                        organization("office", "city"),
                        organization("nurseries", "city"),
                        organization("momo", "nurseries"),
                        organization("sakura", "nurseries")));
        stores.directory()
                .saveGroups(List.of(
                        new Group("coordinators", LocalText.of("調整担当")),
                        new Group("nursery_heads", LocalText.of("園長")),
                        new Group("nursery_staff", LocalText.of("保育園の職員"))));
        stores.directory()
                .saveUsers(List.of(
                        user("sato", "office", "coordinators"),
                        user("abe", "office", "coordinators"),
                        user("momo1", "momo", "nursery_staff"),
                        user("momo2", "momo", "nursery_heads"),
                        user("sakura1", "sakura", "nursery_heads")));
    }

    private static Organization organization(String code, @Nullable String parent) {
        return new Organization(code, LocalText.of(code), "", parent);
    }

    private static User user(String code, String organization, String... groups) {
        return new User(
                code, code, "", "", Locale.JAPANESE, TOKYO, true, List.of(organization), List.of(groups), false);
    }

    public Actor.Person person(String code) {
        return directory.person(directory.findUser(code).orElseThrow(), Locale.JAPANESE);
    }

    /** The app of watched children, with further parts in JSON: {@code "notifications": …}. */
    public AppDefinition install(String code, String parts) {
        return installJson(APP.formatted(code, parts));
    }

    public AppDefinition installJson(String json) {
        ObjectNode definition = (ObjectNode) JsonMapper.shared().readTree(json);
        AppInstaller.Installed installed = installer.installAll(
                List.of(DefinitionSource.of("app.json", definition)), EntityRef.user("Administrator"));
        if (!installed.problems().isEmpty()) {
            throw new IllegalStateException(installed.problems().toString());
        }
        return installed.live().getFirst();
    }

    public RecordService service() {
        return records.service();
    }

    /** Adds a record as a person does; answers its number. */
    public long add(String who, AppDefinition app, String json) {
        return service().add(person(who), app.id(), submission(json)).id();
    }

    public void change(String who, AppDefinition app, long record, String json) {
        service()
                .update(
                        person(who),
                        app.id(),
                        new RecordChange(new RecordKey.ById(record), RecordChange.ANY, submission(json)));
    }

    /** A record as kintone's JSON has it, in single quotes. */
    public static Submission submission(String json) {
        return Submission.ofJson((ObjectNode) JsonMapper.shared().readTree(json.replace('\'', '"')));
    }

    /** Lets the workers do what there is to do. */
    public void work() {
        while (notify.run() + crossings.run() > 0) {
            // Until nothing is left.
        }
    }

    /** What a person is shown, newest first: kind, record, text. */
    public List<String> told(String who) {
        return inbox.of(person(who), Inbox.Which.ALL, 0, 100).stream()
                .map(shown -> shown.notice().kind() + " " + shown.notice().record()
                        + (shown.text().isEmpty() ? "" : " " + shown.text()))
                .toList();
    }

    /** Staff of nurseries see the records of their nursery, without the field 所見; coordinators see everything. */
    private static final String APP = """
            {
              "code": "%s",
              "name": "見守り",
              "settings": {"titleField": {"selectionMode": "MANUAL", "code": "child"}},
              "fields": {
                "child": {"type": "SINGLE_LINE_TEXT", "code": "child", "label": "児童"},
                "level": {"type": "DROP_DOWN", "code": "level", "label": "状態", "options": {
                  "平常": {"label": "平常", "index": "0"}, "要注意": {"label": "要注意", "index": "1"}}},
                "days": {"type": "NUMBER", "code": "days", "label": "欠席日数"},
                "visit_on": {"type": "DATE", "code": "visit_on", "label": "訪問予定日"},
                "call_at": {"type": "DATETIME", "code": "call_at", "label": "電話の予定"},
                "nursery": {"type": "ORGANIZATION_SELECT", "code": "nursery", "label": "園"},
                "staff": {"type": "USER_SELECT", "code": "staff", "label": "担当"},
                "finding": {"type": "SINGLE_LINE_TEXT", "code": "finding", "label": "所見"}
              },
              "permissions": {
                "app": {"rights": [
                  {"entity": {"type": "GROUP", "code": "coordinators"}, "appEditable": true, "recordViewable": true,
                   "recordAddable": true, "recordEditable": true, "recordDeletable": true},
                  {"entity": {"type": "ORGANIZATION", "code": "nurseries"}, "includeSubs": true,
                   "recordViewable": true, "recordAddable": true, "recordEditable": true}]},
                "record": {"rights": [{"filterCond": "", "entities": [
                  {"entity": {"type": "GROUP", "code": "coordinators"}, "viewable": true, "editable": true,
                   "deletable": true},
                  {"entity": {"type": "FIELD_ENTITY", "code": "nursery"}, "viewable": true, "editable": true}]}]},
                "field": {"rights": [{"code": "finding", "entities": [
                  {"accessibility": "WRITE", "entity": {"type": "GROUP", "code": "coordinators"}},
                  {"accessibility": "NONE", "entity": {"type": "GROUP", "code": "everyone"}}]}]}
              },
              %s
            }
            """;
}
