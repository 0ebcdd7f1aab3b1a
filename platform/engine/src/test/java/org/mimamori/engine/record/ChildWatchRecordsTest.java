package org.mimamori.engine.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.change.Change;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.FieldTypes;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.store.TestStores;

/** The shipped apps in the whole engine, over real stores: who sees what, what is copied, what is counted. */
class ChildWatchRecordsTest {

    /** A Friday; the days before it are open days but for Sunday the 12th. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-04-17T01:00:00Z"), ZoneOffset.UTC);

    @RegisterExtension
    static final TestStores STORES = TestStores.embedded(CLOCK);

    private static final Actor.Platform PLATFORM = new Actor.Platform("test");

    private static Office office;
    private static String mine;
    private static String theirs;

    @BeforeAll
    static void open() {
        office = new Office(STORES.get(), FieldTypes.standard(), CLOCK);
        office.installShippedApps();
        mine = child("nursery01", "空見 葵", "ソラミ アオイ");
        theirs = child("nursery02", "星海 蓮", "ホシミ レン");
    }

    private static String child(String nursery, String name, String kana) {
        AppDefinition register = office.app("child_register");
        Saved saved = office.records.service().add(PLATFORM, register.id(), Office.submission("""
                    {"name": {"value": "%s"}, "kana": {"value": "%s"}, "birth": {"value": "2022-05-06"},
                     "guardian": {"value": "保護者"}, "belong": {"value": [{"code": "%s"}]},
                     "reg_state": {"value": "登録中"}}""".formatted(
                        name, kana, nursery)));
        AppRecord record = office.records.service().get(PLATFORM, register.id(), saved.id());
        return text(record, "child_no");
    }

    @Test
    void numbersChildrenByFiscalYear() {
        assertThat(mine).matches("C-2026-\\d{5}");
        assertThat(theirs).isNotEqualTo(mine);
    }

    @Test
    void copiesTheChildIntoTheAttendanceAsTheWorkerMaySeeIt() {
        Saved saved = absent("nursery01", mine, "2026-04-15");
        AppRecord record = get("nursery01", "att_daily", saved.id());
        assertThat(text(record, "child_name")).isEqualTo("空見 葵");
        assertThatThrownBy(() -> absent("nursery01", theirs, "2026-04-15"))
                .satisfies(e -> assertThat(problem(e)).isInstanceOf(Problem.LookupMissed.class));
    }

    @Test
    void refusesASecondEntryForTheSameChildAndDay() {
        absent("nursery01", mine, "2026-04-16");
        assertThatThrownBy(() -> absent("nursery01", mine, "2026-04-16"))
                .satisfies(e -> assertThat(problem(e)).isInstanceOf(Problem.Invalid.class));
    }

    @Test
    void requiresNoticeAndReasonOfAnAbsenceAndSaysSoAtOnce() {
        AppDefinition app = office.app("att_daily");
        Submission submission = Office.submission("""
            {"date": {"value": "2026-04-17"}, "child": {"value": "%s"}, "att": {"value": "欠席"},
             "seen": {"value": "見ていない"}}""".formatted(mine));
        assertThatThrownBy(() -> office.records.service().add(office.person("nursery01"), app.id(), submission))
                .satisfies(e -> assertThat(((Problem.Invalid) problem(e)).problems())
                        .extracting(p -> p.field() + " " + p.key())
                        .contains("notice required", "reason required"));
        assertThat(office.records
                        .service()
                        .find(PLATFORM, app.id(), RecordQuery.of("date = \"2026-04-17\""))
                        .records())
                .isEmpty();
    }

    @Test
    void countsAnUnbrokenRunOfAbsencesOverADayOffAndAfterACorrection() {
        String child = child("nursery01", "虹村 凛", "ニジムラ リン");
        Saved first = loaded(child, "2026-04-10", "欠席");
        loaded(child, "2026-04-11", "欠席");
        loaded(child, "2026-04-12", "休園日");
        Saved last = loaded(child, "2026-04-13", "欠席");
        assertThat(number("att_daily", last.id(), "streak")).isEqualByComparingTo("3");

        AppDefinition app = office.app("att_daily");
        office.records
                .service()
                .update(
                        PLATFORM,
                        app.id(),
                        new RecordChange(new RecordKey.ById(first.id()), RecordChange.ANY, Office.submission("""
                                    {"att": {"value": "出席"}, "seen": {"value": "見た"}, "notice": {"value": ""},
                                     "reason": {"value": ""}}""")));
        assertThat(number("att_daily", last.id(), "streak")).isEqualByComparingTo("2");
        assertThat(number("att_daily", last.id(), "days_unseen")).isEqualByComparingTo("3");
        AppRecord register = byNumber(child);
        assertThat(text(register, "last_seen")).isEqualTo("2026-04-10");
        assertThat(((Value.Decimal) register.value(new FieldCode("unseen_days"))).number())
                .isEqualByComparingTo("7");
    }

    @Test
    void showsAWorkerNothingOfAnotherNursery() {
        AppDefinition app = office.app("child_register");
        RecordPage seen = office.records
                .service()
                .find(office.person("nursery01"), app.id(), RecordQuery.of("").counted());
        assertThat(seen.records())
                .isNotEmpty()
                .allSatisfy(record -> assertThat(text(record, "child_no")).isNotEqualTo(theirs));
        assertThat(seen.total()).isEqualTo((long) seen.records().size());
        long other = byNumber(theirs).id();
        assertThatThrownBy(() -> get("nursery01", "child_register", other))
                .satisfies(e -> assertThat(problem(e)).isInstanceOf(Problem.RecordNotFound.class));
        assertThat(office.records.service().permitted(office.person("nursery01"), app.id(), List.of(other)))
                .isEmpty();
        assertThatThrownBy(() ->
                        office.records.history().of(office.person("nursery01"), app.id(), other, 10, Long.MAX_VALUE))
                .satisfies(e -> assertThat(problem(e)).isInstanceOf(Problem.RecordNotFound.class));
    }

    @Test
    void answersAQueryOnAHiddenFieldAsIfTheFieldDidNotExist() {
        AppDefinition app = office.app("child_register");
        for (String query : List.of("category in (\"要保護\")", "order by category asc", "address like \"町\"")) {
            assertThatThrownBy(() ->
                            office.records.service().find(office.person("nursery01"), app.id(), RecordQuery.of(query)))
                    .as(query)
                    .satisfies(e -> assertThat(problem(e)).isInstanceOf(Problem.QueryRefused.class));
        }
        AppRecord record = byNumberAs("nursery01", mine);
        assertThat(record.values()).doesNotContainKey(new FieldCode("category"));
    }

    @Test
    void tellsTheSecondOfTwoWritersAboutTheFirst() {
        Saved saved = loaded(child("nursery01", "夢原 澪", "ユメハラ ミオ"), "2026-04-14", "欠席");
        AppDefinition app = office.app("att_daily");
        Submission note = Office.submission("{\"note\": {\"value\": \"元気に登園した。\"}}");
        RecordChange change = new RecordChange(new RecordKey.ById(saved.id()), saved.revision(), note);
        assertThat(office.records.service().update(PLATFORM, app.id(), change).revision())
                .isEqualTo(saved.revision() + 1);
        assertThatThrownBy(() -> office.records.service().update(PLATFORM, app.id(), change))
                .satisfies(e -> assertThat(problem(e))
                        .isEqualTo(new Problem.Conflict(saved.id(), saved.revision(), saved.revision() + 1)));
    }

    @Test
    void keepsTheHistoryOfARecordForThoseWhoMaySeeIt() {
        Saved saved = loaded(child("nursery01", "雲井田 奏", "クモイダ カナデ"), "2026-04-14", "欠席");
        AppDefinition app = office.app("att_daily");
        List<Change> history =
                office.records.history().of(office.person("coordinator"), app.id(), saved.id(), 10, Long.MAX_VALUE);
        assertThat(history).hasSize(1);
        assertThat(history.getFirst().what()).isInstanceOf(Change.What.Created.class);
        assertThat(history.getFirst().reason()).isEqualTo("test");
    }

    private static Saved absent(String worker, String child, String date) {
        return office.records
                .service()
                .add(office.person(worker), office.app("att_daily").id(), attendance(child, date, "欠席"));
    }

    private static Saved loaded(String child, String date, String att) {
        return office.records.service().add(PLATFORM, office.app("att_daily").id(), attendance(child, date, att));
    }

    private static Submission attendance(String child, String date, String att) {
        String why =
                att.equals("欠席") ? ", \"notice\": {\"value\": \"保護者から連絡あり\"}, \"reason\": {\"value\": \"病気・けが\"}" : "";
        return Office.submission("""
            {"date": {"value": "%s"}, "child": {"value": "%s"}, "att": {"value": "%s"},
             "seen": {"value": "見ていない"}%s}""".formatted(date, child, att, why));
    }

    private static AppRecord get(String person, String app, long id) {
        return office.records
                .service()
                .get(office.person(person), office.app(app).id(), id);
    }

    private static AppRecord byNumber(String child) {
        RecordQuery query = RecordQuery.of("child_no = \"" + child + "\"");
        return office.records
                .service()
                .find(PLATFORM, office.app("child_register").id(), query)
                .records()
                .getFirst();
    }

    private static AppRecord byNumberAs(String person, String child) {
        return get(person, "child_register", byNumber(child).id());
    }

    private static BigDecimal number(String app, long id, String code) {
        AppRecord record =
                office.records.service().get(PLATFORM, office.app(app).id(), id);
        return ((Value.Decimal) record.value(new FieldCode(code))).number();
    }

    private static String text(AppRecord record, String code) {
        return record.value(new FieldCode(code)) instanceof Value.Text(String text) ? text : "";
    }

    private static Problem problem(Throwable thrown) {
        return ((PlatformException) thrown).problem();
    }
}
