package org.mimamori.engine.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.FileRef;
import org.mimamori.engine.field.Row;
import org.mimamori.engine.field.Value;

/** What the corpus cannot ask, because no query text says it: search, text ranges, filters built by hand. */
class FilterTestTest {

    private static final CorpusApp APP = CorpusApp.read();
    private static final FieldCode NAME = new FieldCode("name");
    private static final FieldCode NOTE = new FieldCode("note");
    private static final FieldCode STORY = new FieldCode("story");
    private static final FieldCode PHOTOS = new FieldCode("photos");
    private static final FieldCode SIGNS = new FieldCode("signs");
    private static final FieldCode VISITS = new FieldCode("visits");
    private static final FieldCode MEMO = new FieldCode("memo");
    private static final FieldCode DETAIL = new FieldCode("detail");
    private static final FieldCode AGE = new FieldCode("age");

    private static final Map<FieldCode, Value> HANA = Map.of(
            NAME, new Value.Text("青葉 はな"),
            NOTE, new Value.Text("元気に登園"),
            STORY, new Value.Text("<p>母と<b>二人</b>暮らし</p>"),
            PHOTOS, new Value.Files(List.of(new FileRef("k1", "玄関.JPG", "image/jpeg", 1))),
            SIGNS, new Value.Choices(List.of("あざ", "空腹")),
            AGE, new Value.Decimal(new BigDecimal("5")),
            VISITS,
                    new Value.Rows(
                            List.of(new Row(1, Map.of(MEMO, new Value.Text("置手紙"), DETAIL, new Value.Text("留守番の子"))))));

    @Test
    void searchFindsEachWordInAnyOfTheFieldsTheReaderMaySee() {
        List<FieldCode> all = List.of(NAME, NOTE, STORY, PHOTOS, SIGNS, VISITS, MEMO, DETAIL);
        assertThat(holds(new Filter.Search(List.of("アオバ"), all))).isFalse();
        assertThat(holds(new Filter.Search(List.of("青葉", "トウエン"), all))).isFalse();
        assertThat(holds(new Filter.Search(List.of("ハナ", "登園"), all))).isTrue();
        assertThat(holds(new Filter.Search(List.of("母と二人"), all))).isTrue();
        assertThat(holds(new Filter.Search(List.of("<b>"), all))).isFalse();
        assertThat(holds(new Filter.Search(List.of("ｊｐｇ", "空腹"), all))).isTrue();
        assertThat(holds(new Filter.Search(List.of(), all))).isTrue();
    }

    @Test
    void searchDoesNotSeeWhatTheReaderMayNotSee() {
        assertThat(holds(new Filter.Search(List.of("登園"), List.of(NAME)))).isFalse();
        assertThat(holds(new Filter.Search(List.of("留守番"), List.of(VISITS, DETAIL))))
                .isTrue();
        assertThat(holds(new Filter.Search(List.of("留守番"), List.of(VISITS, MEMO))))
                .isFalse();
        assertThat(holds(new Filter.Search(List.of("留守番"), List.of(DETAIL)))).isFalse();
    }

    @Test
    void markedUpTextIsTestedByWhatItShows() {
        assertThat(holds(new Filter.Contains(STORY, "と二人暮"))).isTrue();
        assertThat(FilterTest.holds(new Filter.Contains(STORY, "<b>"), record(HANA)))
                .isTrue();
        Map<FieldCode, Value> empty = Map.of(STORY, new Value.Text("<p> </p><br>"));
        assertThat(FilterTest.holds(new Filter.Empty(STORY), record(empty), APP.scope()::field))
                .isTrue();
    }

    @Test
    void theFiltersOfEverythingAndNothingHoldSo() {
        assertThat(holds(Filter.EVERYTHING)).isTrue();
        assertThat(holds(Filter.NOTHING)).isFalse();
        assertThat(holds(new Filter.In(NAME, List.of()))).isFalse();
        assertThat(holds(new Filter.Not(Filter.NOTHING))).isTrue();
    }

    @Test
    void valuesOfAnotherShapeAreNeitherEqualNorBetween() {
        assertThat(holds(new Filter.Equal(AGE, new Value.Text("5")))).isFalse();
        assertThat(holds(new Filter.Equal(NAME, new Value.Choice("青葉 はな")))).isFalse();
        assertThat(holds(new Filter.Between(AGE, new Value.Date(LocalDate.EPOCH), true, null, false)))
                .isFalse();
        assertThat(holds(new Filter.Between(SIGNS, null, false, new Value.Text("ん"), true)))
                .isFalse();
        assertThat(holds(new Filter.Between(AGE, null, false, null, false))).isTrue();
    }

    @Test
    void textsLieBetweenByCodePoint() {
        Value emoji = new Value.Text("😀");
        Value fullWidth = new Value.Text("ｱ");
        Map<FieldCode, Value> smiling = Map.of(NAME, emoji);
        assertThat(FilterTest.holds(new Filter.Between(NAME, fullWidth, false, null, false), record(smiling)))
                .isTrue();
        assertThat(FilterTest.holds(new Filter.Between(NAME, null, false, fullWidth, true), record(smiling)))
                .isFalse();
    }

    @Test
    void aTestInsideARowSeesOnlyTheRow() {
        assertThat(holds(new Filter.AnyRow(VISITS, new Filter.Empty(NAME)))).isTrue();
        assertThat(holds(new Filter.EveryRow(VISITS, new Filter.Contains(MEMO, "手紙"))))
                .isTrue();
        assertThat(holds(new Filter.EveryRow(new FieldCode("history"), Filter.EVERYTHING)))
                .isFalse();
    }

    @Test
    void theOrderIsTheSameWhateverItStartsFrom() {
        List<SortKey> sort = Query.parseSort("level desc, contact_at asc");
        RecordOrder order = new RecordOrder(sort, APP.scope()::field);
        List<CorpusRecord> forward = new ArrayList<>(APP.records());
        forward.sort((left, right) -> order.compare(left::value, right::value));
        List<CorpusRecord> backward = new ArrayList<>(APP.records().reversed());
        backward.sort((left, right) -> order.compare(left::value, right::value));
        assertThat(forward).isEqualTo(backward);
    }

    @Test
    void anOptionThatIsNoMoreComesAfterThoseThatAre() {
        FieldCode level = new FieldCode("level");
        RecordOrder order = new RecordOrder(List.of(new SortKey(level, true)), APP.scope()::field);
        Function<FieldCode, Value> urgent = record(Map.of(level, new Value.Choice("緊急")));
        Function<FieldCode, Value> former = record(Map.of(level, new Value.Choice("とても低い")));
        Function<FieldCode, Value> blank = record(Map.of());
        assertThat(order.compare(urgent, former)).isNegative();
        assertThat(order.compare(blank, urgent)).isNegative();
    }

    @Test
    void peopleAndMomentsAreComparedAsTheyAre() {
        FieldCode creator = new FieldCode("作成者");
        FieldCode created = new FieldCode("作成日時");
        Map<FieldCode, Value> record = Map.of(
                creator, new Value.Entity(EntityRef.user("nursery01")),
                created, new Value.Moment(Instant.parse("2026-05-15T01:30:00Z")));
        assertThat(FilterTest.holds(
                        new Filter.Equal(creator, new Value.Entity(EntityRef.organization("nursery01"))),
                        record(record)))
                .isFalse();
        assertThat(FilterTest.holds(
                        new Filter.In(creator, List.of(new Value.Entity(EntityRef.user("nursery01")))), record(record)))
                .isTrue();
        assertThat(FilterTest.holds(
                        Filter.between(
                                created, Instant.parse("2026-05-15T01:30:00Z"), Instant.parse("2026-05-15T01:31:00Z")),
                        record(record)))
                .isTrue();
    }

    private static boolean holds(Filter filter) {
        Function<FieldCode, Optional<Field>> fields = APP.scope()::field;
        return FilterTest.holds(filter, record(HANA), fields);
    }

    private static Function<FieldCode, Value> record(Map<FieldCode, Value> values) {
        return code -> values.getOrDefault(code, Value.BLANK);
    }
}
