package org.mimamori.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mimamori.engine.field.Value;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the child-watch apps calculate. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChildWatchFormulasTest {

    private static final String REGISTER = "child_register";
    private static final String DAILY = "att_daily";

    private final ChildWatch apps = new ChildWatch();

    /** Births around the first of April, as Japanese schools count them (School Education Act, article 17). */
    @ParameterizedTest
    @CsvSource({
        "2018-04-01, 2024-04-01, 小1, 6",
        "2018-04-02, 2024-03-31, 4歳児, 5",
        "2018-04-02, 2024-04-01, 5歳児, 6",
        "2018-04-02, 2025-04-01, 小1, 7",
        "2020-02-29, 2024-02-28, 3歳児, 4",
        "2020-02-29, 2026-05-15, 小1, 6",
        "2026-05-01, 2026-05-15, 0歳児, 0",
        "2024-04-02, 2026-03-31, 0歳児, 1",
        "2024-04-02, 2026-04-01, 1歳児, 2",
        "2013-05-05, 2026-05-15, 中1, 13",
        "2009-01-01, 2026-05-15, 高校生年代, 17",
        "2007-01-01, 2026-05-15, 18歳の年度を過ぎた, 19"
    })
    void tellGradeAndAge(String birth, String today, String grade, String age) {
        SampleRecord child =
                SampleRecord.read(apps.app(REGISTER), json("birth", birth), Map.of(), ChildWatch.on(today));

        assertThat(child.text("grade")).isEqualTo(grade);
        assertThat(child.text("age")).isEqualTo(age);
    }

    @Test
    void letAGradeBeGivenByHand() {
        ObjectNode child = json("birth", "2018-04-02");
        child.putObject("grade_override").put("value", "小2（就学猶予）");

        assertThat(read(REGISTER, child, Map.of()).text("grade")).isEqualTo("小2（就学猶予）");
    }

    @Test
    void countTheDaysSinceAnyAgencySawTheChild() {
        Value attendance = new Value.Date(LocalDate.of(2026, 5, 13));
        Value visit = new Value.Moment(Instant.parse("2026-05-13T23:30:00Z")); // the 14th in Tokyo

        SampleRecord child =
                read(REGISTER, json("birth", "2018-04-02"), Map.of("att_seen", attendance, "visit_seen", visit));

        assertThat(child.text("last_seen")).isEqualTo("2026-05-14");
        assertThat(child.text("unseen_days")).isEqualTo("1");
    }

    @Test
    void countFromAttendanceWhenNobodyVisited() {
        Value attendance = new Value.Date(LocalDate.of(2026, 5, 1));

        SampleRecord child = read(REGISTER, json("birth", "2018-04-02"), Map.of("att_seen", attendance));

        assertThat(child.text("last_seen")).isEqualTo("2026-05-01");
        assertThat(child.text("unseen_days")).isEqualTo("14");
    }

    @Test
    void sayNothingOfAChildNobodyHasSeen() {
        SampleRecord child = read(REGISTER, json("birth", "2018-04-02"), Map.of());

        assertThat(child.value("last_seen")).isEqualTo(Value.BLANK);
        assertThat(child.value("unseen_days")).isEqualTo(Value.BLANK);
    }

    @Test
    void giveTheSameDuplicateKeyToTheSameKanaHoweverItIsWritten() {
        ObjectNode one = json("birth", "2018-04-02");
        one.putObject("kana").put("value", "キョウコ ヤマダ");
        ObjectNode other = json("birth", "2018-04-02");
        other.putObject("kana").put("value", "キヨウコ　ヤマダ");

        Value key = read(REGISTER, one, Map.of()).value("dup_key");
        assertThat(key)
                .isNotEqualTo(Value.BLANK)
                .isEqualTo(read(REGISTER, other, Map.of()).value("dup_key"));
        assertThat(read(REGISTER, json("birth", "2018-04-02"), Map.of()).value("dup_key"))
                .isEqualTo(Value.BLANK);
    }

    @Test
    void countTheOthersOfADuplicateKey() {
        Value three = new Value.Decimal(BigDecimal.valueOf(3));

        assertThat(read(REGISTER, json("birth", "2018-04-02"), Map.of("dup_found", three))
                        .text("dup_count"))
                .isEqualTo("2");
        assertThat(read(REGISTER, json("birth", "2018-04-02"), Map.of()).text("dup_count"))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-15, 1", // Friday
        "2026-05-16, 1", // Saturday: nurseries are open
        "2026-05-17, 0", // Sunday
        "2026-05-05, 0", // Children's Day
        "2026-05-06, 0", // substitute for Constitution Day, a Sunday
        "2026-09-22, 0" // between two holidays
    })
    void knowOpenDays(String day, String open) {
        assertThat(read(DAILY, json("date", day), Map.of()).text("open_day")).isEqualTo(open);
    }

    @Test
    void showTheAbsenceStreakAndTheDaysNotSeenHere() {
        Map<String, Value> figures = Map.of(
                "streak_run", new Value.Decimal(BigDecimal.valueOf(7)),
                "seen_here", new Value.Date(LocalDate.of(2026, 5, 6)));

        SampleRecord day = read(DAILY, json("date", "2026-05-15"), figures);

        assertThat(day.text("streak")).isEqualTo("7");
        assertThat(day.text("days_unseen")).isEqualTo("9");
    }

    @Test
    void showOnlyWhatTheAnswerAsksFor() {
        SampleRecord present = apps.records(DAILY).toList().getFirst();
        SampleRecord absent = apps.records(DAILY).toList().get(2);

        assertThat(present.shows("arrive")).isTrue();
        assertThat(present.shows("reason")).isFalse();
        assertThat(absent.shows("reason")).isTrue();
        assertThat(absent.shows("arrive")).isFalse();
        assertThat(absent.shows("note")).isTrue();
    }

    @Test
    void fixTheFactsOfALogEntryAfterThreeDays() {
        ObjectNode entry = json("fact", "玄関先で会えた。");
        entry.putObject("作成日時").put("value", "2026-05-11T14:59:00Z");
        ObjectNode fresh = json("fact", "玄関先で会えた。");
        fresh.putObject("作成日時").put("value", "2026-05-11T15:00:00Z");

        SampleRecord old = read("contact_log", entry, Map.of());
        assertThat(old.fixes("fact")).isTrue();
        assertThat(old.fixes("corrections")).isFalse();
        assertThat(read("contact_log", fresh, Map.of()).fixes("fact")).isFalse();
    }

    private SampleRecord read(String app, ObjectNode record, Map<String, Value> figures) {
        return apps.record(app, record, figures);
    }

    private static ObjectNode json(String field, String value) {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        record.putObject(field).put("value", value);
        return record;
    }
}
