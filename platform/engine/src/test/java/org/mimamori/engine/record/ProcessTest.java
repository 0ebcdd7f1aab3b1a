package org.mimamori.engine.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.change.Change;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.FieldTypes;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.record.ProcessService.Standing;
import org.mimamori.engine.record.ProcessService.Step;
import org.mimamori.engine.record.ProcessService.Way;
import org.mimamori.engine.store.TestStores;

/** A process in the whole engine, over real stores: who may act, who is to act next, what is written. */
class ProcessTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-04-17T01:00:00Z"), ZoneOffset.UTC);

    @RegisterExtension
    static final TestStores STORES = TestStores.embedded(CLOCK);

    private static final FieldCode STATUS = new FieldCode("ステータス");
    private static final FieldCode ASSIGNEE = new FieldCode("作業者");

    private static Office office;
    private static AppDefinition app;

    @BeforeAll
    static void open() {
        office = new Office(STORES.get(), FieldTypes.standard(), CLOCK);
        app = office.install(ProcessApp.json("cases"));
    }

    @Test
    void startsWithTheFirstStatusAndTheCreatorAsAssignee() {
        Saved added = add("nursery01", "{}");

        AppRecord record = read("nursery01", added.id());
        assertThat(record.value(STATUS)).isEqualTo(new Value.Choice("未対応"));
        assertThat(record.value(ASSIGNEE)).isEqualTo(users("nursery01"));
        assertThat(added.revision()).isEqualTo(1);
    }

    @Test
    void ignoresAStatusThatIsSent() {
        Saved added = add("coordinator", """
                {"ステータス": {"value": "完了"}, "作業者": {"value": [{"code": "nursery02"}]}}""");

        AppRecord record = read("coordinator", added.id());
        assertThat(record.value(STATUS)).isEqualTo(new Value.Choice("未対応"));
        assertThat(record.value(ASSIGNEE)).isEqualTo(users("coordinator"));
    }

    @Test
    void movesARecordByTheActionOfItsAssigneeToWhomSheChooses() {
        Saved added = add("nursery01", "{}");

        Saved moved = act("nursery01", added.id(), "着手", "nursery02");

        assertThat(moved.revision()).isEqualTo(3);
        AppRecord record = read("nursery01", added.id());
        assertThat(record.revision()).isEqualTo(3);
        assertThat(record.value(STATUS)).isEqualTo(new Value.Choice("対応中"));
        assertThat(record.value(ASSIGNEE)).isEqualTo(users("nursery02"));
        assertThat(record.modifier()).isEqualTo(EntityRef.user("nursery01"));
        Change change = history("nursery01", added.id()).getFirst();
        assertThat(change.revision()).isEqualTo(3);
        assertThat(change.what())
                .isEqualTo(new Change.What.StatusChanged(
                        "着手",
                        List.of(
                                new Change.Diff(STATUS, new Value.Choice("未対応"), new Value.Choice("対応中")),
                                new Change.Diff(ASSIGNEE, users("nursery01"), users("nursery02")))));
    }

    @Test
    void letsNobodyButTheAssigneeAct() {
        long id = add("nursery01", "{}").id();

        refuses(() -> act("coordinator", id, "着手", "nursery01"), Problem.NotAssignee.class);
        assertThat(standing("coordinator", id).ways()).isEmpty();
        assertThat(standing("nursery01", id).ways())
                .containsExactly(new Way(
                        "着手",
                        "着手",
                        "対応中",
                        List.of(EntityRef.user("nursery01"), EntityRef.user("nursery02")),
                        List.of()));
        assertThat(status(id)).isEqualTo("未対応");
    }

    @Test
    void refusesAnActionThatDoesNotLeaveTheStatusOrWhoseConditionIsNotMet() {
        long id = add("nursery01", "{}").id();

        refuses(() -> act("nursery01", id, "審査へ", null), Problem.StatusUnchangeable.class);
        refuses(() -> act("nursery01", id, "そんなアクション", null), Problem.StatusUnchangeable.class);
        act("nursery01", id, "着手", "nursery01");
        refuses(() -> act("nursery01", id, "確認へ", null), Problem.StatusUnchangeable.class);
        update("nursery01", id, "{\"結果\": {\"value\": \"面談した\"}}");
        act("nursery01", id, "確認へ", null);

        assertThat(status(id)).isEqualTo("確認中");
    }

    @Test
    void wantsAnAssigneeOutOfTheCandidatesWhereOneIsToBeChosenAndNoneElsewhere() {
        long id = add("nursery01", "{\"結果\": {\"value\": \"済\"}}").id();

        refuses(() -> act("nursery01", id, "着手", null), Problem.AssigneeRequired.class);
        assertThat(problem(() -> act("nursery01", id, "着手", "coordinator")))
                .isEqualTo(Problem.BadParameter.of("assignee", "notCandidate", "coordinator"));
        act("nursery01", id, "着手", "nursery01");
        assertThat(problem(() -> act("nursery01", id, "確認へ", "nursery02")))
                .isEqualTo(Problem.BadParameter.of("assignee", "assigneeNotAsked", "nursery02"));
    }

    @Test
    void letsAnyOneOfTheAssigneesMoveOn() {
        long id = inConfirmation();

        assertThat(read("nursery01", id).value(ASSIGNEE)).isEqualTo(users("nursery01", "nursery02"));
        act("nursery02", id, "確認済", null);

        assertThat(status(id)).isEqualTo("完了");
        assertThat(read("nursery01", id).value(ASSIGNEE)).isEqualTo(Value.BLANK);
        refuses(() -> act("nursery01", id, "確認済", null), Problem.StatusUnchangeable.class);
    }

    @Test
    void movesOnWhenTheLastOfAllAssigneesHasActed() {
        long id = inReview();

        Saved first = act("coordinator", id, "承認", null);
        assertThat(status(id)).isEqualTo("審査中");
        assertThat(standing("nursery01", id).acted()).containsExactly(EntityRef.user("coordinator"));
        assertThat(history("coordinator", id).getFirst().what())
                .isEqualTo(new Change.What.StatusChanged("承認", List.of()));
        Saved last = act("nursery01", id, "承認", null);

        assertThat(last.revision()).isEqualTo(first.revision() + 2);
        assertThat(status(id)).isEqualTo("完了");
        assertThat(standing("nursery01", id).acted()).isEmpty();
    }

    @Test
    void countsOnePersonOnceAndStartsAnewWithAnotherAction() {
        long id = inReview();

        act("coordinator", id, "承認", null);
        act("coordinator", id, "承認", null);
        assertThat(status(id)).isEqualTo("審査中");
        act("nursery01", id, "却下", null);
        assertThat(status(id)).isEqualTo("審査中");
        assertThat(standing("coordinator", id).acted()).containsExactly(EntityRef.user("nursery01"));
        act("coordinator", id, "却下", "nursery01");

        assertThat(status(id)).isEqualTo("対応中");
    }

    @Test
    void letsThoseTakeASecondaryActionWhomItNamesAndNoAssignee() {
        long id = add("nursery01", "{}").id();
        act("nursery01", id, "着手", "nursery01");

        refuses(() -> act("nursery01", id, "取り下げ", null), Problem.NotAssignee.class);
        act("coordinator", id, "取り下げ", null);

        assertThat(status(id)).isEqualTo("完了");
    }

    @Test
    void letsWhoMayEditActWhereNobodyIsAssigned() {
        long id = inConfirmation();
        act("nursery01", id, "確認済", null);

        // Once done, nurseries only see the record: that right depends on the status, and holds from the move on.
        refuses(() -> act("nursery01", id, "再開", "nursery01"), Problem.Forbidden.class);
        refuses(() -> update("nursery01", id, "{\"結果\": {\"value\": \"後から\"}}"), Problem.Forbidden.class);
        assertThat(standing("nursery01", id).ways()).isEmpty();
        act("coordinator", id, "再開", "nursery02");

        assertThat(status(id)).isEqualTo("対応中");
    }

    @Test
    void doesNotTellOfARecordThatTheActorMayNotSee() {
        long id = add("coordinator", "{\"極秘\": {\"value\": \"はい\"}}").id();

        refuses(() -> act("nursery01", id, "着手", "nursery01"), Problem.RecordNotFound.class);
        refuses(() -> standing("nursery01", id), Problem.RecordNotFound.class);
        assertThat(problem(() -> office.records
                        .process()
                        .actAll(
                                person("nursery01"),
                                app.id(),
                                List.of(new Step(id, "着手", "nursery01", RecordChange.ANY)))))
                .isEqualTo(new Problem.RecordNotFound(Long.toString(id)));
    }

    @Test
    void refusesAnActionOnARecordSomebodyHasChangedSince() {
        long id = add("nursery01", "{}").id();
        update("nursery01", id, "{\"結果\": {\"value\": \"変更\"}}");

        Problem problem = problem(
                () -> office.records.process().act(person("nursery01"), app.id(), new Step(id, "着手", "nursery01", 1)));

        assertThat(problem).isEqualTo(new Problem.Conflict(id, 1, 2));
    }

    @Test
    void letsOneOfTwoWinWhoActAtOnce() throws Exception {
        long id = inConfirmation();
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Saved> first = () -> {
            together.await();
            return act("nursery01", id, "確認済", null);
        };
        Callable<Saved> second = () -> {
            together.await();
            return act("nursery02", id, "差し戻し", "nursery02");
        };

        int refused = 0;
        try (ExecutorService people = Executors.newFixedThreadPool(2)) {
            for (Future<Saved> done : people.invokeAll(List.of(first, second))) {
                try {
                    done.get();
                } catch (ExecutionException e) {
                    assertThat(((PlatformException) e.getCause()).problem())
                            .isInstanceOf(Problem.StatusUnchangeable.class);
                    refused++;
                }
            }
        }

        assertThat(refused).isEqualTo(1);
        assertThat(status(id)).isIn("完了", "対応中");
        assertThat(history("coordinator", id))
                .filteredOn(change -> change.what() instanceof Change.What.StatusChanged(String action, var diffs)
                        && (action.equals("確認済") || action.equals("差し戻し")))
                .hasSize(1);
    }

    @Test
    void actsOnAllRecordsOfACallOrOnNone() {
        long one = add("nursery01", "{}").id();
        long other = add("nursery02", "{}").id();

        Problem refused = problem(() -> office.records
                .process()
                .actAll(
                        person("nursery01"),
                        app.id(),
                        List.of(
                                new Step(one, "着手", "nursery01", RecordChange.ANY),
                                new Step(other, "着手", "nursery01", RecordChange.ANY))));
        assertThat(refused).isEqualTo(new Problem.NotAssignee(other));
        assertThat(status(one)).isEqualTo("未対応");
        Problem misplaced = problem(() -> office.records
                .process()
                .actAll(person("nursery01"), app.id(), List.of(new Step(one, "着手", "coordinator", RecordChange.ANY))));
        assertThat(misplaced).isEqualTo(Problem.BadParameter.of("records[0].assignee", "notCandidate", "coordinator"));
        assertThat(problem(() -> office.records
                        .process()
                        .actAll(
                                person("nursery01"),
                                app.id(),
                                List.of(
                                        new Step(one, "着手", "nursery01", RecordChange.ANY),
                                        new Step(one, "着手", "nursery01", RecordChange.ANY)))))
                .isEqualTo(Problem.BadParameter.of("records", "sameRecordTwice", one));
    }

    @Test
    void givesARecordOtherAssigneesByWhoManagesTheApp() {
        long id = inReview();
        act("coordinator", id, "承認", null);

        refuses(() -> assign("nursery01", id, "nursery02"), Problem.Forbidden.class);
        refuses(() -> assign("coordinator", id, "nobody"), Problem.UnknownEntity.class);
        Saved assigned = assign("coordinator", id, "coordinator", "nursery02", "nursery02");

        AppRecord record = read("coordinator", id);
        assertThat(record.revision()).isEqualTo(assigned.revision());
        assertThat(record.value(ASSIGNEE)).isEqualTo(users("coordinator", "nursery02"));
        assertThat(standing("coordinator", id).acted()).containsExactly(EntityRef.user("coordinator"));
        assertThat(history("coordinator", id).getFirst().what()).isInstanceOf(Change.What.Updated.class);
        act("nursery02", id, "承認", null);
        assertThat(status(id)).isEqualTo("完了");
    }

    @Test
    void givesOneAssigneeAtMostWhereOneIsChosen() {
        long id = add("nursery01", "{}").id();

        assertThat(problem(() -> assign("coordinator", id, "nursery01", "nursery02")))
                .isEqualTo(Problem.BadParameter.of("assignees", "oneAssignee"));
        assign("coordinator", id);
        assertThat(read("coordinator", id).value(ASSIGNEE)).isEqualTo(Value.BLANK);
        assign("coordinator", id, "nursery02");
        act("nursery02", id, "着手", "nursery02");
        assertThat(status(id)).isEqualTo("対応中");
    }

    @Test
    void findsAndOrdersRecordsByStatusAndAssignee() {
        AppDefinition own = office.install(ProcessApp.json("cases_found"));
        long third = inApp(own, "完了");
        long first = inApp(own, "未対応");
        long second = inApp(own, "対応中");

        assertThat(find(own, "ステータス in (\"未対応\", \"対応中\") order by ステータス asc")).containsExactly(first, second);
        assertThat(find(own, "order by ステータス desc")).containsExactly(third, second, first);
        assertThat(find(own, "作業者 in (LOGINUSER())")).containsExactly(second, first);
        refuses(() -> find(own, "ステータス in (\"保留\")"), Problem.QueryRefused.class);
    }

    private static long inApp(AppDefinition own, String status) {
        Actor nursery = person("nursery01");
        long id = office.records
                .service()
                .add(nursery, own.id(), Submission.EMPTY)
                .id();
        if (!status.equals("未対応")) {
            office.records.process().act(nursery, own.id(), new Step(id, "着手", "nursery01", RecordChange.ANY));
        }
        if (status.equals("完了")) {
            office.records.process().act(person("coordinator"), own.id(), new Step(id, "取り下げ", null, RecordChange.ANY));
        }
        return id;
    }

    private static List<Long> find(AppDefinition own, String query) {
        return office.records.service().find(person("nursery01"), own.id(), RecordQuery.of(query)).records().stream()
                .map(AppRecord::id)
                .toList();
    }

    /** A record in which both nurseries are to act, either of them. */
    private static long inConfirmation() {
        long id = add("nursery01", "{\"結果\": {\"value\": \"済\"}}").id();
        act("nursery01", id, "着手", "nursery01");
        act("nursery01", id, "確認へ", null);
        return id;
    }

    /** A record in which the coordinator and a nursery are to act, both of them. */
    private static long inReview() {
        long id = add("nursery01", """
                {"担当": {"value": [{"code": "coordinator"}, {"code": "nursery01"}]}}""").id();
        act("nursery01", id, "着手", "nursery01");
        act("nursery01", id, "審査へ", null);
        return id;
    }

    private static Saved add(String who, String json) {
        return office.records.service().add(person(who), app.id(), Office.submission(json));
    }

    private static void update(String who, long id, String json) {
        office.records
                .service()
                .update(
                        person(who),
                        app.id(),
                        new RecordChange(new RecordKey.ById(id), RecordChange.ANY, Office.submission(json)));
    }

    private static Saved act(String who, long id, String action, String assignee) {
        return office.records.process().act(person(who), app.id(), new Step(id, action, assignee, RecordChange.ANY));
    }

    private static Saved assign(String who, long id, String... users) {
        return office.records.process().assign(person(who), app.id(), id, List.of(users), RecordChange.ANY);
    }

    private static Standing standing(String who, long id) {
        return office.records.process().standing(person(who), app.id(), id).orElseThrow();
    }

    private static String status(long id) {
        return standing("coordinator", id).status();
    }

    private static AppRecord read(String who, long id) {
        return office.records.service().get(person(who), app.id(), id);
    }

    private static List<Change> history(String who, long id) {
        return office.records.history().of(person(who), app.id(), id, 20, Long.MAX_VALUE);
    }

    private static Value users(String... codes) {
        return Value.entities(List.of(codes).stream().map(EntityRef::user).toList());
    }

    private static Actor.Person person(String code) {
        return office.person(code);
    }

    private static void refuses(ThrowingCallable call, Class<? extends Problem> problem) {
        assertThat(problem(call)).isInstanceOf(problem);
    }

    private static Problem problem(ThrowingCallable call) {
        Problem[] caught = new Problem[1];
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(PlatformException.class, refused -> caught[0] = refused.problem());
        return caught[0];
    }
}
