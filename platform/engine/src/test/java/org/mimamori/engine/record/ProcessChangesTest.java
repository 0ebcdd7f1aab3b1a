package org.mimamori.engine.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppInstaller;
import org.mimamori.engine.app.DefinitionSource;
import org.mimamori.engine.change.Change;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.FieldTypes;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.problem.DefinitionProblem;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.problem.QueryFault;
import org.mimamori.engine.record.ProcessService.Step;
import org.mimamori.engine.store.TestStores;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What becomes of records when the process of their app changes. */
class ProcessChangesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-04-17T01:00:00Z"), ZoneOffset.UTC);

    @RegisterExtension
    static final TestStores STORES = TestStores.embedded(CLOCK);

    private static final FieldCode STATUS = new FieldCode("ステータス");
    private static final FieldCode ASSIGNEE = new FieldCode("作業者");
    private static final String OFF = "{\"enable\": false, \"states\": " + ProcessApp.STATES + ", \"actions\": []}";

    private static Office office;

    @BeforeAll
    static void open() {
        office = new Office(STORES.get(), FieldTypes.standard(), CLOCK);
    }

    @Test
    void putsRecordsFromBeforeIntoTheFirstStatusOnceItIsSwitchedOn() {
        AppDefinition before = office.install(ProcessApp.json("later", "{}", ""));
        long id = add(before);
        assertThat(read(before, id).values()).doesNotContainKeys(STATUS, ASSIGNEE);
        assertThat(office.records.process().standing(person("nursery01"), before.id(), id))
                .isEmpty();
        assertThat(problem(() -> act(before, "nursery01", id, "着手", "nursery01")))
                .isInstanceOf(Problem.ProcessOff.class);

        AppDefinition app = office.install(ProcessApp.json("later"));

        assertThat(read(app, id).value(STATUS)).isEqualTo(new Value.Choice("未対応"));
        assertThat(read(app, id).value(ASSIGNEE)).isEqualTo(new Value.Entities(List.of(EntityRef.user("nursery01"))));
        assertThat(read(app, id).revision()).isEqualTo(1);
        assertThat(find(app, "ステータス in (\"未対応\") and 作業者 in (LOGINUSER())")).containsExactly(id);
        act(app, "nursery01", id, "着手", "nursery01");
        assertThat(read(app, id).value(STATUS)).isEqualTo(new Value.Choice("対応中"));
    }

    @Test
    void keepsStatusesWhileItIsSwitchedOff() {
        AppDefinition app = office.install(ProcessApp.json("paused"));
        long id = add(app);
        act(app, "nursery01", id, "着手", "nursery02");

        AppDefinition off = office.install(ProcessApp.json("paused", OFF, ""));
        assertThat(read(off, id).values()).doesNotContainKeys(STATUS, ASSIGNEE);
        assertThat(problem(() -> find(off, "ステータス in (\"対応中\")")))
                .isEqualTo(Problem.QueryRefused.of(QueryFault.PROCESS_OFF, "ステータス"));
        assertThat(problem(() -> find(off, "作業者 in (LOGINUSER())")))
                .isEqualTo(Problem.QueryRefused.of(QueryFault.PROCESS_OFF, "作業者"));
        assertThat(problem(() -> find(off, "order by ステータス asc")))
                .isEqualTo(Problem.QueryRefused.of(QueryFault.PROCESS_OFF, "ステータス"));
        update(off, id, "変更");
        long meanwhile = add(off);

        AppDefinition on = office.install(ProcessApp.json("paused"));
        assertThat(read(on, id).value(STATUS)).isEqualTo(new Value.Choice("対応中"));
        assertThat(read(on, id).value(ASSIGNEE)).isEqualTo(new Value.Entities(List.of(EntityRef.user("nursery02"))));
        assertThat(read(on, meanwhile).value(STATUS)).isEqualTo(new Value.Choice("未対応"));
    }

    @Test
    void isNotSwitchedOffWhileARightDependsOnTheStatus() {
        office.install(ProcessApp.json("guarded"));

        assertThat(refusal(() -> office.install(ProcessApp.json("guarded", OFF))))
                .extracting(DefinitionProblem::pointer, DefinitionProblem::key)
                .containsExactly(tuple("/permissions/record/rights/0/filterCond", "query.PROCESS_OFF"));
    }

    @Test
    void refusesToRemoveAStatusInWhichRecordsStandAndLeavesOtherAppsAlone() {
        AppDefinition app = office.install(ProcessApp.json("removing"));
        long id = add(app);
        act(app, "nursery01", id, "着手", "nursery01");
        String without = """
                {"enable": true, "states": {"未対応": {"name": "未対応", "index": "0"}, "完了": {"name": "完了", "index": "1"}},
                 "actions": [{"name": "終える", "from": "未対応", "to": "完了"}]}""";

        AppInstaller.Installed installed = office.installer.installAll(
                List.of(
                        source(ProcessApp.json("removing", without)),
                        source(ProcessApp.json("removing_other", without))),
                EntityRef.user("Administrator"));

        assertThat(installed.problems())
                .containsExactly(DefinitionProblem.of("removing", "/process/states", "process.statusInUse", "対応中"));
        assertThat(installed.live()).extracting(AppDefinition::code).containsExactly("removing_other");
        assertThat(office.app("removing").process().statuses()).hasSize(5);
        act(app, "coordinator", id, "取り下げ", null);
        office.install(ProcessApp.json("removing", without));
        assertThat(office.app("removing").process().statuses()).hasSize(2);
        assertThat(read(office.app("removing"), id).value(STATUS)).isEqualTo(new Value.Choice("完了"));
    }

    @Test
    void takesRecordsAlongWhenAStatusIsRenamed() {
        AppDefinition app = office.install(ProcessApp.json("renaming"));
        long id = add(app);
        act(app, "nursery01", id, "着手", "nursery01");
        String renamed = """
                {"enable": true, "states": {"未対応": {"name": "受付", "index": "0"},
                  "対応中": {"name": "支援中", "index": "1", "assignee": {"type": "ANY", "entities": []}},
                  "完了": {"name": "完了", "index": "2"}},
                 "actions": [{"name": "着手", "from": "受付", "to": "支援中"}, {"name": "終える", "from": "支援中", "to": "完了"}]}""";

        AppDefinition after = office.install(ProcessApp.json("renaming", renamed));

        assertThat(find(after, "ステータス = \"支援中\"")).containsExactly(id);
        assertThat(read(after, id).value(STATUS)).isEqualTo(new Value.Choice("支援中"));
        act(after, "nursery01", id, "終える", "nursery01");
        assertThat(read(after, id).value(STATUS)).isEqualTo(new Value.Choice("完了"));
    }

    @Test
    void leavesRecordsAloneWhenADefinitionThatRenamesTheirStatusIsRefused() {
        AppDefinition app = office.install(ProcessApp.json("twice"));
        long id = add(app);
        update(app, id, "同じ");
        update(app, add(app), "同じ");
        String renamed = """
                {"enable": true, "states": {"未対応": {"name": "受付", "index": "0"}}, "actions": []}""";
        String unique = ProcessApp.json("twice", renamed, "")
                .replace("\"label\": \"結果\"}", "\"label\": \"結果\", \"unique\": true}");

        assertThat(refusal(() -> office.install(unique)))
                .extracting(DefinitionProblem::key)
                .containsExactly("unique.alreadyBroken");

        assertThat(find(app, "ステータス in (\"未対応\") and $id = " + id)).containsExactly(id);
        act(app, "nursery01", id, "着手", "nursery01");
    }

    @Test
    void tellsOfUnreachableStatusesWithoutRefusingThem() {
        String retired = """
                {"enable": true, "states": {"未対応": {"index": "0"}, "保留": {"index": "1"}, "完了": {"index": "2"}},
                 "actions": [{"name": "終える", "from": "未対応", "to": "完了"}, {"name": "戻す", "from": "保留", "to": "未対応"}]}""";

        AppInstaller.Installed installed = office.installer.installAll(
                List.of(source(ProcessApp.json("retired", retired, ""))), EntityRef.user("Administrator"));

        assertThat(installed.problems()).isEmpty();
        assertThat(installed.gaps())
                .containsExactly(DefinitionProblem.of("retired", "/process/states/保留", "process.unreachable", "保留"));
    }

    @Test
    void tellsNothingOfTheProcessToWhomTheStatusIsHidden() {
        ObjectNode json = (ObjectNode) JsonMapper.shared().readTree(ProcessApp.json("veiled"));
        ((ObjectNode) json.path("permissions")).set("field", JsonMapper.shared().readTree("""
                {"rights": [{"code": "ステータス", "entities": [
                  {"entity": {"type": "GROUP", "code": "coordinators"}, "accessibility": "READ"}]}]}"""));
        AppDefinition app =
                office.installer.install(DefinitionSource.of("veiled", json), EntityRef.user("Administrator"));
        long id = add(app);

        assertThat(office.records.process().standing(person("nursery01"), app.id(), id))
                .isEmpty();
        assertThat(problem(() -> act(app, "nursery01", id, "着手", "nursery01"))).isInstanceOf(Problem.Forbidden.class);
        assertThat(read(app, id).values()).doesNotContainKey(STATUS);
        office.records
                .process()
                .act(new Actor.Platform("test"), app.id(), new Step(id, "着手", "nursery02", RecordChange.ANY));

        List<Change> seen = office.records.history().of(person("nursery01"), app.id(), id, 10, Long.MAX_VALUE);
        assertThat(seen.getFirst().what())
                .isEqualTo(new Change.What.Updated(List.of(new Change.Diff(
                        ASSIGNEE,
                        new Value.Entities(List.of(EntityRef.user("nursery01"))),
                        new Value.Entities(List.of(EntityRef.user("nursery02")))))));
    }

    private static DefinitionSource source(String json) {
        ObjectNode definition = (ObjectNode) JsonMapper.shared().readTree(json);
        return DefinitionSource.of(definition.path("code").asString(), definition);
    }

    private static long add(AppDefinition app) {
        return office.records
                .service()
                .add(person("nursery01"), app.id(), Submission.EMPTY)
                .id();
    }

    private static void update(AppDefinition app, long id, String result) {
        office.records
                .service()
                .update(
                        person("nursery01"),
                        app.id(),
                        new RecordChange(
                                new RecordKey.ById(id),
                                RecordChange.ANY,
                                Office.submission("{\"結果\": {\"value\": \"" + result + "\"}}")));
    }

    private static void act(AppDefinition app, String who, long id, String action, String assignee) {
        office.records.process().act(person(who), app.id(), new Step(id, action, assignee, RecordChange.ANY));
    }

    private static AppRecord read(AppDefinition app, long id) {
        return office.records.service().get(person("nursery01"), app.id(), id);
    }

    private static List<Long> find(AppDefinition app, String query) {
        return office.records.service().find(person("nursery01"), app.id(), RecordQuery.of(query)).records().stream()
                .map(AppRecord::id)
                .toList();
    }

    private static Actor.Person person(String code) {
        return office.person(code);
    }

    private static List<DefinitionProblem> refusal(ThrowingCallable call) {
        return ((Problem.DefinitionRefused) problem(call)).problems();
    }

    private static Problem problem(ThrowingCallable call) {
        Problem[] caught = new Problem[1];
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(PlatformException.class, refused -> caught[0] = refused.problem());
        return caught[0];
    }
}
