package org.mimamori.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mimamori.engine.store.RecordBuilder.choice;
import static org.mimamori.engine.store.RecordBuilder.code;
import static org.mimamori.engine.store.RecordBuilder.date;
import static org.mimamori.engine.store.RecordBuilder.number;
import static org.mimamori.engine.store.RecordBuilder.text;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.query.Filter;

/** The form of conditions, as far as indexes depend on it; what they mean is the contracts' matter. */
class MongoFilterTest {

    /** child_no is f6, name f7, kana f8, card_no f9, date f10, att f11, note f12, minutes f13, visits f19. */
    private static final RecordLayout LAYOUT = RecordLayout.of(
            Attendance.app(new AppId(7)).uniqueTogether("child_no", "date").build());

    private static Document written(Filter filter) {
        return MongoFilter.of(LAYOUT, filter);
    }

    private static Filter equal(String field, Value operand) {
        return new Filter.Equal(code(field), operand);
    }

    private static Filter contains(String field, String needle) {
        return new Filter.Contains(code(field), needle);
    }

    @Test
    void saysNothingForEverything() {
        assertThat(written(Filter.EVERYTHING)).isEmpty();
        assertThat(written(Filter.not(Filter.NOTHING))).isEmpty();
    }

    @Test
    void keepsJoinedTestsPlainAndFlat() {
        Filter filter = Filter.all(List.of(
                equal("att", choice("欠席")),
                Filter.all(List.of(
                        new Filter.In(code("name"), List.of(text("a"), Value.BLANK)),
                        new Filter.Empty(code("minutes"))))));

        assertThat(written(filter)).isEqualTo(Document.parse("""
                {"f.f11": "欠席", "f.f7": {"$in": ["a", null]}, "f.f13": null}"""));
    }

    @Test
    void joinsTestsOfOneFieldSideBySide() {
        Filter filter = Filter.all(List.of(
                new Filter.Between(code("date"), date("2026-05-01"), true, null, false),
                new Filter.Between(code("date"), null, false, date("2026-05-31"), true)));

        assertThat(written(filter)).isEqualTo(Document.parse("""
                {"$and": [{"f.f10": {"$gte": "2026-05-01"}}, {"f.f10": {"$lte": "2026-05-31"}}]}"""));
    }

    @Test
    void takesNegationsIntoTheTest() {
        assertThat(written(Filter.not(equal("att", choice("欠席"))))).isEqualTo(Document.parse("{'f.f11': {$ne: '欠席'}}"));
        assertThat(written(Filter.not(new Filter.In(code("att"), List.of(choice("欠席"), choice("遅刻"))))))
                .isEqualTo(Document.parse("{'f.f11': {$nin: ['欠席', '遅刻']}}"));
        assertThat(written(Filter.not(
                        new Filter.Any(List.of(equal("att", choice("欠席")), new Filter.Empty(code("date")))))))
                .isEqualTo(Document.parse("{$nor: [{'f.f11': '欠席'}, {'f.f10': null}]}"));
    }

    @Test
    void takesARangeOfOneDayForThatDay() {
        Filter today = Filter.between(code("date"), LocalDate.of(2026, 5, 15), LocalDate.of(2026, 5, 16));

        assertThat(written(today)).isEqualTo(Document.parse("{'f.f10': '2026-05-15'}"));
    }

    @Test
    void narrowsTextByPairsOfCharactersTheRarestFirst() {
        assertThat(written(contains("note", "C-12 面談")))
                .isEqualTo(Document.parse("""
                {"s": {"$all": [%d, %d, %d, %d, %d]}, "n.f12": {"$regex": "c\\\\-12 面談"}}""".formatted(pair("面談"), pair("2面"), pair("c-"), pair("-1"), pair("12"))));
    }

    private static int pair(String characters) {
        return characters.charAt(0) * 0x10000 + characters.charAt(1);
    }

    @Test
    void narrowsByTheTextInARowFromOutsideTheTable() {
        Filter row = new Filter.AnyRow(code("visits"), contains("place", "玄関"));

        assertThat(written(row)).isEqualTo(Document.parse("""
                {"s": %d, "f.f19": {"$elemMatch": {"n.f20": {"$regex": "玄関"}}}}""".formatted(pair("玄関"))));
    }

    @Test
    void narrowsNothingByATextThatMustNotBeThere() {
        assertThat(written(Filter.not(contains("note", "面談"))).keySet()).containsExactly("$nor");
        assertThat(written(Filter.any(List.of(contains("note", "面談"), equal("att", choice("欠席")))))
                        .keySet())
                .containsExactly("$or");
    }

    @Test
    void asksForAKeyOfSeveralFieldsByTheKey() {
        Filter key = Filter.all(List.of(equal("child_no", text("C-1")), equal("date", date("2026-05-15"))));

        assertThat(written(key)).containsEntry("u.f6_f10", "3:C-110:2026-05-15");
        assertThat(written(equal("child_no", text("C-1")))).containsOnlyKeys("f.f6");
    }

    @Test
    void saysOnceMoreWhatAllBranchesDemandOfAField() {
        Filter filter = Filter.any(List.of(
                Filter.all(List.of(equal("child_no", text("C-1")), equal("att", choice("欠席")))),
                Filter.all(List.of(equal("child_no", text("C-2")), new Filter.Empty(code("minutes"))))));

        assertThat(written(filter)).isEqualTo(Document.parse("""
                {"f.f6": {"$in": ["C-1", "C-2"]},
                 "$or": [{"f.f6": "C-1", "f.f11": "欠席"}, {"f.f6": "C-2", "f.f13": null}]}"""));
        assertThat(written(Filter.any(List.of(equal("child_no", text("C-1")), equal("child_no", text("C-2"))))))
                .isEqualTo(Document.parse("{'f.f6': {$in: ['C-1', 'C-2']}}"));
    }

    @Test
    void comparesARecordsOwnTimesByTheMinute() {
        FieldCode updated = code("更新日時");

        Instant minute = Instant.parse("2026-05-15T01:30:00Z");

        assertThat(written(new Filter.Equal(updated, new Value.Moment(minute))))
                .isEqualTo(
                        new Document("updated.at", new Document("$gte", minute).append("$lt", minute.plusSeconds(60))));
    }

    @Test
    void asksForRecordNumbersAsWholeNumbers() {
        assertThat(written(new Filter.Equal(FieldCode.ID, number("7")))).isEqualTo(new Document("_id", 7L));
        assertThat(written(new Filter.Equal(FieldCode.ID, number("7.5")))).isEqualTo(Logic.nothing());
        assertThat(written(new Filter.Between(FieldCode.ID, number("7.5"), true, number("1E+30"), false)))
                .isEqualTo(new Document("_id", new Document("$gt", 7L).append("$lte", Long.MAX_VALUE)));
    }

    @Test
    void refusesATextLongerThanAPatternCanBe() {
        assertThatThrownBy(() -> written(contains("note", "あ".repeat(20_000)))).isInstanceOf(PlatformException.class);
    }
}
