package org.mimamori.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimamori.embedded.StoreFixture.json;

import com.mongodb.ExplainVerbosity;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What is read of 1000 records with rights in the filter: a record is open, or its owner asks. Counted in documents,
 * which is the same on every machine; that the answers are right is {@code DifferentialFuzzTest}'s matter.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EntryTestsTest {

    private static final String VISIBLE = "$or: [{open: 'no', owner: 'o3'}, {open: {$ne: 'no'}}]";

    private final EmbeddedMongo mongo = EmbeddedMongo.start(EmbeddedSettings.inMemory());
    private final MongoClient client = MongoClients.create(mongo.connectionString());
    private final MongoDatabase database = client.getDatabase("d");
    private final MongoCollection<Document> records = database.getCollection("records");

    @BeforeAll
    void fill() {
        List<String> keys = List.of(
                "{day: -1, _id: -1, open: 1}",
                "{status: 1, day: -1, _id: -1, open: 1}",
                "{owner: 1, day: -1, _id: -1, open: 1}",
                "{open: 1, _id: -1}",
                "{score: -1, name: -1, open: -1}");
        keys.forEach(key -> records.createIndex(json(key)));
        List<Document> all = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            all.add(new Document("_id", i)
                    .append("day", "d%03d".formatted(i % 250))
                    .append("status", "s" + i % 4)
                    .append("owner", List.of("o" + i % 20))
                    .append("score", i % 50)
                    .append("name", "n" + i % 7)
                    .append("open", i % 10 == 3 ? "no" : "yes"));
        }
        records.insertMany(all);
    }

    @AfterAll
    void close() {
        client.close();
        mongo.close();
    }

    private static long documents(Document explained) {
        return explained
                .get("executionStats", Document.class)
                .get("totalDocsExamined", Number.class)
                .longValue();
    }

    private long documentsToCount(String filter, long expected) {
        Document count = new Document("count", "records").append("query", json(filter));
        Document explained = database.runCommand(new Document("explain", count));
        assertThat(explained
                        .get("executionStats", Document.class)
                        .get("nReturned", Number.class)
                        .longValue())
                .isEqualTo(expected)
                .isEqualTo(records.countDocuments(json(filter)));
        return documents(explained);
    }

    private Document page(String filter, String sort, int skip) {
        return records.find(json(filter))
                .sort(json(sort))
                .skip(skip)
                .limit(10)
                .explain(ExplainVerbosity.EXECUTION_STATS);
    }

    @Test
    void countsWithoutADocumentWhenTheEntriesTellAll() {
        assertThat(documentsToCount("{status: 's3', day: {$gte: 'd100'}, open: {$ne: 'no'}}", 120))
                .isZero();
        assertThat(documentsToCount("{day: {$lt: 'd010'}, open: {$in: ['yes', 'maybe']}}", 36))
                .isZero();
    }

    @Test
    void countsADescendingIndexByItsEntriesToo() {
        assertThat(documentsToCount("{score: {$gte: 40}, name: {$ne: 'n1'}, open: 'yes'}", 154))
                .isZero();
    }

    @Test
    void countsWhatRightsLeaveByTheBranchesOfTheOr() {
        assertThat(documentsToCount("{" + VISIBLE + "}", 950)).isZero();
    }

    @Test
    void fetchesOnlyThePageHoweverDeepItLies() {
        Document deep = page("{open: {$ne: 'no'}}", "{day: -1, _id: -1}", 800);

        assertThat(documents(deep)).isEqualTo(10);
    }

    @Test
    void fetchesOfTheRecordsPassedOverOnlyThoseWhoseEntriesLeaveItOpen() {
        Document deep = page("{" + VISIBLE + "}", "{day: -1, _id: -1}", 500);

        assertThat(documents(deep)).isLessThan(80);
    }

    @Test
    void readsEachBranchOfAnOrByItsOwnIndexAndInOrder() {
        String filter = "{$or: [{owner: 'o5'}, {status: 's1', day: 'd001'}]}";

        Document explained = page(filter, "{day: -1, _id: -1}", 0);

        assertThat(explained.toJson()).contains("SORT_MERGE");
        assertThat(documents(explained)).isLessThan(25);
        List<Integer> ids =
                records.find(json(filter)).sort(json("{day: -1, _id: -1}")).limit(10).into(new ArrayList<>()).stream()
                        .map(record -> record.getInteger("_id"))
                        .toList();
        assertThat(ids).containsExactly(745, 245, 985, 485, 725, 225, 965, 465, 705, 205);
    }

    @Test
    void countsTheRecordsOfEachValueAsGroupingWould() {
        records.updateMany(json("{_id: {$in: [12, 16]}}"), json("{$unset: {status: 1}}"));
        records.updateOne(json("{_id: 20}"), json("{$set: {status: null}}"));
        Document match = json("{$match: {" + VISIBLE + "}}");
        Document group = json("{$group: {_id: '$status', n: {$sum: 1}}}");
        Document gathered = json("{$group: {_id: '$status', n: {$sum: 1}, most: {$max: '$score'}}}");
        try {
            List<Document> counted = records.aggregate(List.of(match, group, json("{$sort: {_id: 1}}")))
                    .into(new ArrayList<>());
            List<Document> read = records.aggregate(
                            List.of(match, gathered, json("{$unset: 'most'}"), json("{$sort: {_id: 1}}")))
                    .into(new ArrayList<>());

            assertThat(counted).isEqualTo(read).contains(new Document("_id", null).append("n", 3));
        } finally {
            records.updateMany(json("{_id: {$in: [12, 16, 20]}}"), json("{$set: {status: 's0'}}"));
        }
    }

    @Test
    void findsARecordOnceThatMeetsBothBranches() {
        assertThat(documentsToCount("{$or: [{owner: 'o3'}, {open: 'no'}]}", 100))
                .isZero();
    }
}
