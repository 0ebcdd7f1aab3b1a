package org.mimamori.engine.report;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppInstaller;
import org.mimamori.engine.app.CompiledApps;
import org.mimamori.engine.app.DefinitionReader;
import org.mimamori.engine.app.DefinitionSource;
import org.mimamori.engine.app.Report;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.Group;
import org.mimamori.engine.directory.Organization;
import org.mimamori.engine.directory.User;
import org.mimamori.engine.field.FieldTypes;
import org.mimamori.engine.record.Records;
import org.mimamori.engine.record.Submission;
import org.mimamori.engine.store.MongoStores;
import org.mimamori.engine.text.LocalText;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Two nurseries and an office that count visits, over real stores. */
final class ReportOffice {

    static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    static final Actor.Platform PLATFORM = new Actor.Platform("test", TOKYO);

    final Records records;
    final CompiledApps catalog;
    final Reports reports;
    private final Directory directory;
    private final AppInstaller installer;

    ReportOffice(MongoStores stores, Clock clock) {
        DefinitionReader reader = new DefinitionReader(FieldTypes.standard(), clock);
        directory = new Directory(stores.directory());
        catalog = new CompiledApps(stores.apps(), reader, clock);
        installer = new AppInstaller(reader, stores.apps(), catalog, clock);
        records = Records.over(new Records.Ground(
                catalog,
                directory,
                stores.records(),
                stores.changes(),
                stores.transactions(),
                stores.files(),
                stores.blobs(),
                clock,
                TOKYO,
                1_000));
        reports = new GuardedReports(records.apps(), stores.reports(), stores.snapshots(), reader, directory, clock);
        stores.directory()
                .saveOrganizations(List.of(organization("office"), organization("sakura"), organization("momo")));
        stores.directory().saveGroups(List.of(new Group("coordinators", LocalText.of("調整担当"))));
        stores.directory()
                .saveUsers(List.of(
                        user("coordinator", "office", "coordinators"), user("mori", "sakura"), user("ueda", "momo")));
    }

    private static Organization organization(String code) {
        return new Organization(code, LocalText.of(code), "", null);
    }

    private static User user(String code, String organization, String... groups) {
        return new User(
                code, code, "", "", Locale.JAPANESE, TOKYO, true, List.of(organization), List.of(groups), false);
    }

    Actor.Person person(String code) {
        return directory.person(directory.findUser(code).orElseThrow(), Locale.JAPANESE);
    }

    AppDefinition install(String json) {
        return installer.install(DefinitionSource.of("app.json", json(json)), EntityRef.user("Administrator"));
    }

    long add(AppDefinition app, String json) {
        return records.service()
                .add(PLATFORM, app.id(), Submission.ofJson(json(json)))
                .id();
    }

    ReportResult ask(Actor actor, AppDefinition app, String report) {
        return reports.run(actor, app.id(), json(report));
    }

    Report report(AppDefinition app, String name) {
        return app.reports().stream()
                .filter(report -> report.name().base().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static ObjectNode json(String text) {
        return (ObjectNode) JsonMapper.shared().readTree(text);
    }

    /**
     * Visits of nurseries to families. A nursery sees its own; how grave a visit was, and notes of a family, only the
     * office.
     */
    static String visits(String reports) {
        return """
                {"code": "visits", "language": "en", "name": "Visits",
                 "settings": {"firstMonthOfFiscalYear": "4", "numberPrecision": {"digits": "16", "decimalPlaces": "2", "roundingMode": "HALF_EVEN"}},
                 "fields": {
                   "nursery": {"type": "ORGANIZATION_SELECT", "code": "nursery", "label": "Nursery"},
                   "day": {"type": "DATE", "code": "day", "label": "Day"},
                   "at": {"type": "DATETIME", "code": "at", "label": "Time of call"},
                   "clock": {"type": "TIME", "code": "clock", "label": "Arrival"},
                   "result": {"type": "DROP_DOWN", "code": "result", "label": "Result",
                     "options": {"met": {"label": "met", "index": "1"}, "absent": {"label": "absent", "index": "0"}}},
                   "signs": {"type": "CHECK_BOX", "code": "signs", "label": "Signs",
                     "options": {"tired": {"label": "tired", "index": "0"}, "bruise": {"label": "bruise", "index": "1"}}},
                   "minutes": {"type": "NUMBER", "code": "minutes", "label": "Minutes"},
                   "grade": {"type": "DROP_DOWN", "code": "grade", "label": "Grade",
                     "options": {"A": {"label": "A", "index": "0"}, "B": {"label": "B", "index": "1"}}},
                   "family": {"type": "SUBTABLE", "code": "family", "label": "Family", "fields": {
                     "member": {"type": "SINGLE_LINE_TEXT", "code": "member", "label": "Member"},
                     "age": {"type": "NUMBER", "code": "age", "label": "Age"}}},
                   "note": {"type": "MULTI_LINE_TEXT", "code": "note", "label": "Note"}
                 },
                 "reports": %s,
                 "permissions": {
                   "app": {"rights": [
                     {"entity": {"type": "GROUP", "code": "coordinators"}, "appEditable": true, "recordViewable": true, "recordAddable": true},
                     {"entity": {"type": "ORGANIZATION", "code": "sakura"}, "recordViewable": true},
                     {"entity": {"type": "ORGANIZATION", "code": "momo"}, "recordAddable": true}]},
                   "record": {"rights": [{"filterCond": "", "entities": [
                     {"entity": {"type": "GROUP", "code": "coordinators"}, "viewable": true},
                     {"entity": {"type": "FIELD_ENTITY", "code": "nursery"}, "viewable": true}]}]},
                   "field": {"rights": [{"code": "grade", "entities": [
                     {"accessibility": "WRITE", "entity": {"type": "GROUP", "code": "coordinators"}}]},
                     {"code": "family", "entities": [
                     {"accessibility": "WRITE", "entity": {"type": "GROUP", "code": "coordinators"}}]}]}}}
                """.formatted(reports);
    }
}
