package org.mimamori.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimamori.engine.store.RecordBuilder.aRecord;
import static org.mimamori.engine.store.RecordBuilder.choice;
import static org.mimamori.engine.store.RecordBuilder.code;
import static org.mimamori.engine.store.RecordBuilder.date;
import static org.mimamori.engine.store.RecordBuilder.organizations;
import static org.mimamori.engine.store.RecordBuilder.text;

import com.mongodb.ExplainVerbosity;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.permission.RecordRight;
import org.mimamori.engine.permission.RightEntity;
import org.mimamori.engine.query.Filter;
import org.mimamori.engine.query.SortKey;
import org.mimamori.engine.record.AppRecord;

/**
 * What the lists of a municipality cost: 400 children of 37 nurseries, 90 days, 36,000 records. Counted in records the
 * database looks at, which is the same on every machine.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class IndexUseContract {

    private static final int CHILDREN = 400;
    private static final int DAYS = 90;
    private static final int NURSERIES = 37;
    private static final int PAGE = 100;
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 4, 1);

    /** What a worker of one nursery sees, as the rights make it. */
    private static final Filter OWN_NURSERY = new Filter.In(
            code("belong"),
            List.of(
                    new Value.Entity(EntityRef.user("nursery05")),
                    new Value.Entity(EntityRef.organization("n5")),
                    new Value.Entity(EntityRef.group("everyone"))));

    private AppDefinition app;

    protected abstract TestStores testStores();

    @BeforeAll
    void fillTheApp() {
        MongoStores stores = testStores().get();
        app = Attendance.app(stores.apps().nextId())
                .uniqueTogether("child_no", "date")
                .view("att in (\"欠席\")", "date desc")
                .view("date = TODAY()", "kana asc")
                .view("", "date desc, kana asc")
                .view("child_no = \"C-2026-00001\"", "")
                .rights(new RecordRight(
                        "",
                        List.of(new RecordRight.Row(
                                new RightEntity(RightEntity.Type.FIELD_ENTITY, "belong"), false, true, true, false))))
                .saveIn(stores);
        long number = 1;
        for (int day = 0; day < DAYS; day++) {
            List<AppRecord> records = new ArrayList<>();
            for (int child = 0; child < CHILDREN; child++) {
                records.add(record(number++, day, child));
            }
            stores.records().insert(app, records);
        }
    }

    private AppRecord record(long number, int day, int child) {
        return aRecord(app, number)
                .with("child_no", text("C-2026-%05d".formatted(child)))
                .with("card_no", text("K-" + number))
                .with("kana", text("カナ" + (child * 7919) % CHILDREN))
                .with("date", date(FIRST_DAY.plusDays(day).toString()))
                .with("att", choice((child + day) % 10 == 0 ? "欠席" : "出席"))
                .with("belong", organizations("n" + child % NURSERIES))
                .with("note", text(child % 50 == 0 ? "元気に登園した。朝食は食べていない" : "かわりなし"))
                .build();
    }

    /** What a page cost. */
    private record Cost(long returned, long examined) {}

    private Cost page(Filter filter, SortKey... sort) {
        RecordLayout layout = RecordLayout.of(app);
        return explained(c -> c.find(MongoFilter.of(layout, filter))
                .sort(Sorting.of(Places.of(layout), List.of(sort)))
                .limit(PAGE)
                .explain(ExplainVerbosity.EXECUTION_STATS));
    }

    private Cost explained(Function<MongoCollection<Document>, Document> explain) {
        try (MongoClient client = testStores().client()) {
            Document stats = explain.apply(client.getDatabase(testStores().database())
                            .getCollection(RecordLayout.collection(app.id())))
                    .get("executionStats", Document.class);
            return new Cost(number(stats, "nReturned"), number(stats, "totalDocsExamined"));
        }
    }

    private static long number(Document stats, String name) {
        return stats.get(name, Number.class).longValue();
    }

    /** A database that reads several stretches of an index at once may be one record ahead in each. */
    private static void assertFullPage(Cost cost) {
        assertThat(cost.returned()).isEqualTo(PAGE);
        assertThat(cost.examined()).isLessThanOrEqualTo(PAGE + 10);
    }

    @Test
    void readsOnlyThePageOfTheDefaultList() {
        assertFullPage(page(Filter.EVERYTHING));
    }

    @Test
    void readsOnlyThePageOfTheDefaultListOfAReaderWhoSeesOneNursery() {
        assertFullPage(page(OWN_NURSERY));
    }

    @Test
    void readsOnlyThePageOfAFilteredAndSortedViewBehindARight() {
        Filter absent = new Filter.In(code("att"), List.of(choice("欠席")));

        Cost cost = page(absent.and(OWN_NURSERY), new SortKey(code("date"), false));

        assertThat(cost.returned()).isBetween(50L, (long) PAGE);
        assertThat(cost.examined()).isLessThanOrEqualTo(cost.returned() + 10);
    }

    @Test
    void readsOnlyThePageOfAFilteredAndSortedViewForThoseWhoSeeAll() {
        Filter absent = new Filter.In(code("att"), List.of(choice("欠席")));

        assertFullPage(page(absent, new SortKey(code("date"), false)));
    }

    @Test
    void readsOnlyTodaysRecordsOfTheNurseryInTheOrderOfTheRoster() {
        Filter today = Filter.between(code("date"), FIRST_DAY.plusDays(30), FIRST_DAY.plusDays(31));

        Cost cost = page(today.and(OWN_NURSERY), new SortKey(code("kana"), true));

        assertThat(cost.returned()).isBetween(10L, 11L);
        assertThat(cost.examined()).isLessThanOrEqualTo(cost.returned());
    }

    @Test
    void findsARecordAtItsRevisionAtOnce() {
        Document update = new Document(
                        "explain",
                        new Document("update", RecordLayout.collection(app.id()))
                                .append(
                                        "updates",
                                        List.of(new Document("q", new Document("_id", 17_000L).append("rev", 1L))
                                                .append("u", new Document("$set", new Document("rev", 2L))))))
                .append("verbosity", "executionStats");
        try (MongoClient client = testStores().client()) {
            Document stats = client.getDatabase(testStores().database())
                    .runCommand(update)
                    .get("executionStats", Document.class);
            assertThat(number(stats, "totalDocsExamined")).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void findsARecordByAUniqueFieldAtOnce() {
        assertThat(page(new Filter.Equal(code("card_no"), text("K-20000")))).isEqualTo(new Cost(1, 1));
    }

    @Test
    void findsARecordByAKeyOfSeveralFieldsAtOnce() {
        Filter key = Filter.all(List.of(
                new Filter.Equal(code("child_no"), text("C-2026-00399")),
                new Filter.Equal(code("date"), date("2026-05-01"))));

        assertThat(page(key)).isEqualTo(new Cost(1, 1));
    }

    @Test
    void findsRecordsOfSeveralKeysEachFromItsOwnDay() {
        Filter later = Filter.any(List.of(
                since("C-2026-00001", FIRST_DAY.plusDays(88)),
                since("C-2026-00002", FIRST_DAY.plusDays(87)),
                since("C-2026-00003", FIRST_DAY.plusDays(89))));

        Cost cost = page(later);

        assertThat(cost.returned()).isEqualTo(6);
        assertThat(cost.examined()).isLessThanOrEqualTo(3 * DAYS);
    }

    private static Filter since(String child, LocalDate day) {
        return new Filter.Equal(code("child_no"), text(child))
                .and(new Filter.Between(code("date"), new Value.Date(day), true, null, false));
    }

    @Test
    void findsTextByItsPairsOfCharacters() {
        Cost cost = page(new Filter.Contains(code("note"), "朝食"));

        assertThat(cost.returned()).isEqualTo(PAGE);
        assertThat(cost.examined()).isLessThan(2_000);
    }

    @Test
    void looksAtNothingToFindTextThatIsNowhere() {
        Filter search = new Filter.Search(List.of("面談室"), List.of(code("note"), code("kana")));

        assertThat(page(search)).isEqualTo(new Cost(0, 0));
    }
}
