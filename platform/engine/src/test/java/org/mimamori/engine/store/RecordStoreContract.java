package org.mimamori.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mimamori.engine.store.RecordBuilder.aRecord;
import static org.mimamori.engine.store.RecordBuilder.choice;
import static org.mimamori.engine.store.RecordBuilder.choices;
import static org.mimamori.engine.store.RecordBuilder.code;
import static org.mimamori.engine.store.RecordBuilder.date;
import static org.mimamori.engine.store.RecordBuilder.number;
import static org.mimamori.engine.store.RecordBuilder.organizations;
import static org.mimamori.engine.store.RecordBuilder.text;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.EveryField;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Row;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.query.Filter;
import org.mimamori.engine.query.ResolvedQuery;
import org.mimamori.engine.query.SortKey;
import org.mimamori.engine.record.AppRecord;
import org.mimamori.engine.record.RecordStore;
import org.mimamori.engine.record.UniqueViolation;

/** What every store of records does. */
abstract class RecordStoreContract {

    private RecordStore records;
    private AppDefinition app;

    protected abstract MongoStores stores();

    @BeforeEach
    void makeTheApp() {
        records = stores().records();
        app = Attendance.app(stores().apps().nextId())
                .uniqueTogether("child_no", "date")
                .saveIn(stores());
    }

    private List<AppRecord> find(Filter filter, SortKey... sort) {
        return records.find(app, new ResolvedQuery(filter, List.of(sort), 500, 0), null);
    }

    private List<Long> ids(Filter filter, SortKey... sort) {
        return find(filter, sort).stream().map(AppRecord::id).toList();
    }

    private AppRecord get(long id) {
        return records.find(app, id, Filter.EVERYTHING).orElseThrow();
    }

    private void insert(RecordBuilder... made) {
        records.insert(app, List.of(made).stream().map(RecordBuilder::build).toList());
    }

    @Test
    void givesBackARecordOfEveryFieldAsItWasKept() {
        AppDefinition every = AppBuilder.anApp(stores().apps().nextId(), "every_field")
                .withFields(EveryField.fields())
                .saveIn(stores());
        AppRecord full =
                aRecord(every, 1).with(EveryField.fullValues()).revision(7).build();
        AppRecord empty = aRecord(every, 2).build();

        records.insert(every, List.of(full, empty));

        assertThat(records.findAll(every, List.of(1L, 2L), Filter.EVERYTHING)).containsExactly(full, empty);
    }

    @Test
    void keepsTimesOfARecordToTheMillisecond() {
        insert(aRecord(app, 1));

        assertThat(get(1).createdAt()).isEqualTo(RecordBuilder.CREATED);
        assertThat(get(1).updatedAt()).isEqualTo(RecordBuilder.UPDATED);
    }

    @Test
    void findsNewestRecordsFirstUnlessToldOtherwise() {
        insert(aRecord(app, 1), aRecord(app, 2), aRecord(app, 3));

        assertThat(ids(Filter.EVERYTHING)).containsExactly(3L, 2L, 1L);
        assertThat(ids(Filter.EVERYTHING, new SortKey(FieldCode.ID, true))).containsExactly(1L, 2L, 3L);
    }

    @Test
    void putsBlanksFirstInAnAscendingOrderAndBreaksTiesByNumber() {
        insert(
                aRecord(app, 1).with("minutes", number("20")),
                aRecord(app, 2),
                aRecord(app, 3).with("minutes", number("3.5")),
                aRecord(app, 4).with("minutes", number("20.0")),
                aRecord(app, 5));

        assertThat(ids(Filter.EVERYTHING, new SortKey(code("minutes"), true))).containsExactly(5L, 2L, 3L, 4L, 1L);
        assertThat(ids(Filter.EVERYTHING, new SortKey(code("minutes"), false))).containsExactly(4L, 1L, 3L, 5L, 2L);
    }

    @Test
    void ordersAFieldAsBlankInRecordsInWhichItIsNotShown() {
        insert(
                aRecord(app, 1).with("minutes", number("20")).with("belong", organizations("sakura")),
                aRecord(app, 2).with("minutes", number("1")),
                aRecord(app, 3).with("minutes", number("3")).with("belong", organizations("momo", "sakura")),
                aRecord(app, 4).with("minutes", number("7")).with("belong", organizations("momo")),
                aRecord(app, 5).with("belong", organizations("sakura")));
        Filter ofSakura = new Filter.In(code("belong"), List.of(new Value.Entity(EntityRef.organization("sakura"))));
        Filter notOfMomo =
                Filter.not(new Filter.In(code("belong"), List.of(new Value.Entity(EntityRef.organization("momo")))));
        SortKey minutes = new SortKey(code("minutes"), true);

        assertThat(ids(Filter.EVERYTHING, minutes.onlyIn(ofSakura))).containsExactly(5L, 4L, 2L, 3L, 1L);
        assertThat(ids(Filter.EVERYTHING, new SortKey(code("minutes"), false).onlyIn(ofSakura)))
                .containsExactly(1L, 3L, 5L, 4L, 2L);
        assertThat(ids(Filter.EVERYTHING, minutes.onlyIn(ofSakura.and(notOfMomo))))
                .containsExactly(5L, 4L, 3L, 2L, 1L);
        assertThat(records.find(
                        app,
                        new ResolvedQuery(ofSakura, List.of(minutes.onlyIn(notOfMomo)), 1, 2),
                        Set.of(code("minutes"))))
                .extracting(AppRecord::id)
                .containsExactly(1L);
    }

    @Test
    void ordersChoicesAsTheOptionsStandAndThoseNoLongerOfferedLast() {
        insert(
                aRecord(app, 1).with("att", choice("遅刻")),
                aRecord(app, 2).with("att", choice("早退")),
                aRecord(app, 3).with("att", choice("出席")),
                aRecord(app, 4).with("att", choice("欠席")),
                aRecord(app, 5).with("att", choice("出席停止")));

        assertThat(ids(Filter.EVERYTHING, new SortKey(code("att"), true))).containsExactly(3L, 4L, 1L, 5L, 2L);
    }

    @Test
    void skipsAndLimitsAndTakesALimitOfNothingAtItsWord() {
        insert(aRecord(app, 1), aRecord(app, 2), aRecord(app, 3));

        assertThat(records.find(app, new ResolvedQuery(Filter.EVERYTHING, List.of(), 1, 1), null))
                .extracting(AppRecord::id)
                .containsExactly(2L);
        assertThat(records.find(app, new ResolvedQuery(Filter.EVERYTHING, List.of(), 0, 0), null))
                .isEmpty();
    }

    @Test
    void fetchesOnlyTheFieldsAskedFor() {
        insert(aRecord(app, 1).with("name", text("青葉 はな")).with("note", text("元気")));

        AppRecord found = records.find(
                        app, new ResolvedQuery(Filter.EVERYTHING, List.of(), 10, 0), Set.of(code("name"), code("更新日時")))
                .getFirst();

        assertThat(found.values()).containsOnlyKeys(code("name"));
        assertThat(found.updatedAt()).isEqualTo(RecordBuilder.UPDATED);
        assertThat(found.revision()).isEqualTo(1);
    }

    @Test
    void findsOneRecordOnlyIfItPasses() {
        insert(aRecord(app, 1).with("att", choice("出席")));
        Filter absent = new Filter.Equal(code("att"), choice("欠席"));

        assertThat(records.find(app, 1, Filter.not(absent))).isPresent();
        assertThat(records.find(app, 1, absent)).isEmpty();
        assertThat(records.find(app, 99, Filter.EVERYTHING)).isEmpty();
    }

    @Test
    void findsSeveralRecordsInTheOrderOfTheirNumbersAsGiven() {
        insert(aRecord(app, 1), aRecord(app, 2), aRecord(app, 3));

        assertThat(records.findAll(app, List.of(3L, 9L, 1L, 3L), Filter.EVERYTHING))
                .extracting(AppRecord::id)
                .containsExactly(3L, 1L);
        assertThat(records.findAll(app, List.of(), Filter.EVERYTHING)).isEmpty();
    }

    @Test
    void countsWhatAFilterFinds() {
        insert(aRecord(app, 1).with("att", choice("出席")), aRecord(app, 2).with("att", choice("欠席")), aRecord(app, 3));

        assertThat(records.count(app, Filter.EVERYTHING)).isEqualTo(3);
        assertThat(records.count(app, Filter.NOTHING)).isZero();
        assertThat(records.count(app, new Filter.Empty(code("att")))).isEqualTo(1);
    }

    @Test
    void updatesARecordOnlyAtTheRevisionGiven() {
        insert(aRecord(app, 1).with("name", text("青葉 はな")).with("note", text("元気")));
        AppRecord changed = aRecord(app, 1)
                .revision(2)
                .with("name", text("青葉 花"))
                .with("minutes", number("5"))
                .build();

        assertThat(records.update(app, changed, 1)).isTrue();
        assertThat(records.update(app, changed, 1)).isFalse();
        assertThat(get(1)).isEqualTo(changed);
    }

    @Test
    void forgetsTheTextOfAValueThatWasReplaced() {
        insert(aRecord(app, 1).with("note", text("連絡なし")));
        records.update(app, aRecord(app, 1).revision(2).with("note", text("元気")).build(), 1);

        assertThat(ids(new Filter.Contains(code("note"), "連絡"))).isEmpty();
        assertThat(ids(new Filter.Contains(code("note"), "元気"))).containsExactly(1L);
    }

    @Test
    void deletesARecordOnlyAtTheRevisionGiven() {
        insert(aRecord(app, 1).revision(3));

        assertThat(records.delete(app, 1, 2)).isFalse();
        assertThat(records.delete(app, 1, 3)).isTrue();
        assertThat(records.delete(app, 1, 3)).isFalse();
        assertThat(find(Filter.EVERYTHING)).isEmpty();
    }

    @Test
    void refreshesValuesWithoutANewRevision() {
        insert(
                aRecord(app, 1)
                        .with("minutes", number("1"))
                        .with("note", text("古い"))
                        .with("att", choice("遅刻")),
                aRecord(app, 2).with("minutes", number("2")).with("att", choice("出席")));

        records.refreshAll(
                app,
                Map.of(
                        1L, Map.of(code("minutes"), number("9"), code("note"), Value.BLANK, code("att"), choice("出席")),
                        2L, Map.of(code("note"), text("新しい様子"), code("att"), choice("欠席"))));

        assertThat(get(1).values()).isEqualTo(Map.of(code("minutes"), number("9"), code("att"), choice("出席")));
        assertThat(get(1).revision()).isEqualTo(1);
        assertThat(get(1).updatedAt()).isEqualTo(RecordBuilder.UPDATED);
        assertThat(ids(new Filter.Contains(code("note"), "新しい"))).containsExactly(2L);
        assertThat(ids(new Filter.Contains(code("note"), "古い"))).isEmpty();
        assertThat(ids(Filter.EVERYTHING, new SortKey(code("att"), true))).containsExactly(1L, 2L);
    }

    @Test
    void refreshesARecordThatIsGoneWithoutAComplaint() {
        records.refresh(app, 99, Map.of(code("minutes"), number("1")));

        assertThat(find(Filter.EVERYTHING)).isEmpty();
    }

    @Test
    void refreshesTheRowsOfATable() {
        insert(aRecord(app, 1));
        Value rows = Value.rows(List.of(new Row(5, Map.of(code("place"), text("玄関"), code("spent"), number("10")))));

        records.refresh(app, 1, Map.of(code("visits"), rows));

        assertThat(get(1).value(code("visits"))).isEqualTo(rows);
        assertThat(ids(new Filter.AnyRow(code("visits"), new Filter.Contains(code("place"), "玄関"))))
                .containsExactly(1L);
    }

    @Test
    void refusesASecondRecordWithAUniqueValueAndNamesTheField() {
        insert(aRecord(app, 1).with("card_no", text("A-1")));

        assertThatThrownBy(() -> insert(aRecord(app, 2).with("card_no", text("A-1"))))
                .isInstanceOfSatisfying(
                        UniqueViolation.class, e -> assertThat(e.key()).containsExactly(code("card_no")));
        assertThat(ids(Filter.EVERYTHING)).containsExactly(1L);
    }

    @Test
    void refusesAnUpdateToAUniqueValueThatIsTaken() {
        insert(aRecord(app, 1).with("card_no", text("A-1")), aRecord(app, 2).with("card_no", text("A-2")));
        AppRecord changed =
                aRecord(app, 2).revision(2).with("card_no", text("A-1")).build();

        assertThatThrownBy(() -> records.update(app, changed, 1))
                .isInstanceOfSatisfying(
                        UniqueViolation.class, e -> assertThat(e.key()).containsExactly(code("card_no")));
    }

    @Test
    void comparesNoBlanksInAUniqueField() {
        insert(aRecord(app, 1), aRecord(app, 2));

        assertThat(ids(Filter.EVERYTHING)).hasSize(2);
    }

    @Test
    void refusesASecondRecordWithTheSameKeyOfSeveralFields() {
        insert(aRecord(app, 1).with("child_no", text("C-1")).with("date", date("2026-05-15")));

        assertThatThrownBy(() ->
                        insert(aRecord(app, 2).with("child_no", text("C-1")).with("date", date("2026-05-15"))))
                .isInstanceOfSatisfying(
                        UniqueViolation.class,
                        e -> assertThat(e.key()).containsExactly(code("child_no"), code("date")));
    }

    @Test
    void comparesAKeyOfSeveralFieldsOnlyWhenAllAreFilled() {
        insert(
                aRecord(app, 1).with("child_no", text("C-1")).with("date", date("2026-05-15")),
                aRecord(app, 2).with("child_no", text("C-1")).with("date", date("2026-05-16")),
                aRecord(app, 3).with("child_no", text("C-1")),
                aRecord(app, 4).with("child_no", text("C-1")),
                aRecord(app, 5).with("date", date("2026-05-15")),
                aRecord(app, 6).with("date", date("2026-05-15")));
        Filter same = Filter.all(List.of(
                new Filter.Equal(code("child_no"), text("C-1")), new Filter.Equal(code("date"), date("2026-05-15"))));

        assertThat(ids(same)).containsExactly(1L);
    }

    @Test
    void keepsAKeyOfSeveralFieldsThroughARefresh() {
        insert(
                aRecord(app, 1).with("child_no", text("C-1")).with("date", date("2026-05-15")),
                aRecord(app, 2).with("child_no", text("C-2")).with("date", date("2026-05-15")));

        records.refresh(app, 1, Map.of(code("date"), date("2026-05-16")));

        insert(aRecord(app, 3).with("child_no", text("C-1")).with("date", date("2026-05-15")));
        assertThatThrownBy(() -> records.refresh(app, 2, Map.of(code("child_no"), text("C-1"))))
                .isInstanceOf(UniqueViolation.class);
    }

    @Test
    void keepsABatchWholeOrNotAtAll() {
        insert(aRecord(app, 1).with("card_no", text("A-1")));

        assertThatThrownBy(() -> stores().transactions().run(() -> {
                    insert(aRecord(app, 2), aRecord(app, 3).with("card_no", text("A-1")));
                    return true;
                }))
                .isInstanceOf(UniqueViolation.class);
        assertThat(ids(Filter.EVERYTHING)).containsExactly(1L);
    }

    @Test
    void givesConsecutiveNumbersOncePerApp() {
        AppDefinition other = Attendance.app(stores().apps().nextId()).saveIn(stores());

        assertThat(records.takeNumbers(app, 3)).isEqualTo(1);
        assertThat(records.takeNumbers(app, 1)).isEqualTo(4);
        assertThat(records.takeNumbers(other, 1)).isEqualTo(1);
    }

    @Test
    void givesRowIdsOncePerInstallation() {
        long first = records.takeRowIds(10);

        assertThat(records.takeRowIds(1)).isGreaterThanOrEqualTo(first + 10);
    }

    @Test
    void countsAutomaticNumbersPerFieldAndPrefix() {
        assertThat(records.takeSequence(app, code("card_no"), "C-2026-")).isEqualTo(1);
        assertThat(records.takeSequence(app, code("card_no"), "C-2026-")).isEqualTo(2);
        assertThat(records.takeSequence(app, code("card_no"), "C-2027-")).isEqualTo(1);
        assertThat(records.takeSequence(app, code("child_no"), "C-2026-")).isEqualTo(1);
    }

    @Test
    void givesNoNumberTwiceHoweverManyAsk() {
        Set<Long> taken = ConcurrentHashMap.newKeySet();
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < 300; i++) {
                threads.execute(() -> taken.add(records.takeNumbers(app, 1)));
            }
        }

        assertThat(taken)
                .isEqualTo(new HashSet<>(LongStream.rangeClosed(1, 300).boxed().toList()));
    }

    @Test
    void takesFiguresExactly() {
        insert(
                aRecord(app, 1).with("minutes", number("0.1")).with("date", date("2026-05-14")),
                aRecord(app, 2).with("minutes", number("0.2")).with("date", date("2026-05-16")),
                aRecord(app, 3).with("date", date("2026-05-15")),
                aRecord(app, 4).with("minutes", number("12345678901234567890.12")));
        Filter small = new Filter.Between(FieldCode.ID, null, false, number("3"), true);

        assertThat(figure(small, RecordStore.Aggregate.SUM, "minutes")).isEqualTo(number("0.3"));
        assertThat(figure(Filter.EVERYTHING, RecordStore.Aggregate.SUM, "minutes"))
                .isEqualTo(number("12345678901234567890.42"));
        assertThat(figure(small, RecordStore.Aggregate.AVERAGE, "minutes")).isEqualTo(number("0.15"));
        assertThat(figure(small, RecordStore.Aggregate.MIN, "minutes")).isEqualTo(number("0.1"));
        assertThat(figure(Filter.EVERYTHING, RecordStore.Aggregate.MAX, "date")).isEqualTo(date("2026-05-16"));
        assertThat(figure(Filter.EVERYTHING, RecordStore.Aggregate.MAX, "番号")).isEqualTo(number("4"));
        assertThat(records.aggregate(app, small, RecordStore.Aggregate.COUNT, null))
                .isEqualTo(number("3"));
    }

    @Test
    void takesABlankFigureOfNoRecords() {
        assertThat(figure(Filter.EVERYTHING, RecordStore.Aggregate.SUM, "minutes"))
                .isEqualTo(Value.BLANK);
        assertThat(figure(Filter.EVERYTHING, RecordStore.Aggregate.MAX, "date")).isEqualTo(Value.BLANK);
        assertThat(records.aggregate(app, Filter.EVERYTHING, RecordStore.Aggregate.COUNT, null))
                .isEqualTo(number("0"));
    }

    @Test
    void countsABlankAsNothingInASumAndNotAtAllInAnAverage() {
        insert(aRecord(app, 1), aRecord(app, 2));

        assertThat(figure(Filter.EVERYTHING, RecordStore.Aggregate.SUM, "minutes"))
                .isEqualTo(number("0"));
        assertThat(figure(Filter.EVERYTHING, RecordStore.Aggregate.AVERAGE, "minutes"))
                .isEqualTo(Value.BLANK);
    }

    private Value figure(Filter filter, RecordStore.Aggregate function, String field) {
        return records.aggregate(app, filter, function, code(field));
    }

    @Test
    void searchesWordsInTheFieldsNamedOnly() {
        insert(
                aRecord(app, 1).with("name", text("青葉 はな")).with("note", text("母と面談")),
                aRecord(app, 2).with("name", text("緑川 はな")).with("note", text("青葉区から転入")),
                aRecord(app, 3).with("name", text("ＡＯＢＡ")).with("att", choice("欠席")));

        assertThat(ids(search("青葉 ", "name", "note"))).containsExactly(2L, 1L);
        assertThat(ids(search("青葉", "name"))).containsExactly(1L);
        assertThat(ids(new Filter.Search(List.of("ハナ", "面談"), List.of(code("name"), code("note")))))
                .containsExactly(1L);
        assertThat(ids(search("aob", "name"))).containsExactly(3L);
        assertThat(ids(search("欠", "name", "att"))).containsExactly(3L);
        assertThat(ids(search("欠席", "name"))).isEmpty();
    }

    private static Filter search(String word, String... in) {
        return new Filter.Search(
                List.of(word.strip()), List.of(in).stream().map(FieldCode::new).toList());
    }

    @Test
    void findsWhatIsNoLongerAnOption() {
        insert(aRecord(app, 1).with("signs", choices("あざ", "衣服の汚れ")));

        assertThat(ids(search("衣服", "signs"))).containsExactly(1L);
        assertThat(ids(new Filter.In(code("signs"), List.of(choice("衣服の汚れ"))))).containsExactly(1L);
    }
}
