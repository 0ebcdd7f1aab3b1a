package org.mimamori.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.MongoTransactionManager;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.index.CompoundIndexDefinition;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.transaction.support.TransactionTemplate;

class SpringDataTest {

    /** A record as the platform might keep one. */
    record Item(
            @Id @Nullable String id,
            @Version @Nullable Long version,
            String app,
            long number,
            BigDecimal amount,
            Instant at,
            Map<String, Object> fields) {

        static Item of(String app, long number) {
            return new Item(
                    null,
                    null,
                    app,
                    number,
                    new BigDecimal("10.50").multiply(BigDecimal.valueOf(number)),
                    Instant.parse("2024-05-31T20:00:00Z"),
                    Map.of("status", number % 2 == 0 ? "open" : "done"));
        }
    }

    private StoreFixture store;
    private MongoTemplate template;
    private TransactionTemplate transactions;

    @BeforeEach
    void start() {
        store = StoreFixture.inMemory();
        SimpleMongoClientDatabaseFactory factory = new SimpleMongoClientDatabaseFactory(store.client(), "spring");
        template = new MongoTemplate(factory);
        transactions = new TransactionTemplate(new MongoTransactionManager(factory));
        template.indexOps(Item.class)
                .createIndex(new CompoundIndexDefinition(Document.parse("{app: 1, number: 1}"))
                        .unique()
                        .named("appNumber"));
        for (int i = 1; i <= 20; i++) {
            template.insert(Item.of("a", i));
        }
    }

    @AfterEach
    void stop() {
        store.close();
    }

    @Test
    void translatesADuplicateKey() {
        assertThatThrownBy(() -> template.insert(Item.of("a", 1))).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void locksOptimistically() {
        Item item = template.findOne(Query.query(Criteria.where("number").is(1)), Item.class);
        template.save(item);
        assertThatThrownBy(() -> template.save(item)).isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    void pagesThroughACondition() {
        Query query = Query.query(Criteria.where("app")
                        .is("a")
                        .and("fields.status")
                        .is("open")
                        .and("number")
                        .gt(2)
                        .lte(18))
                .with(PageRequest.of(1, 3, Sort.by("number").descending()));
        assertThat(template.find(query, Item.class)).extracting(Item::number).containsExactly(12L, 10L, 8L);
    }

    @Test
    void sumsDecimalsExactly() {
        List<Document> sums = template.aggregate(
                        Aggregation.newAggregation(
                                Aggregation.match(Criteria.where("app").is("a")),
                                Aggregation.group("fields.status")
                                        .sum("amount")
                                        .as("total")
                                        .count()
                                        .as("n"),
                                Aggregation.sort(Sort.by("_id"))),
                        Item.class,
                        Document.class)
                .getMappedResults();
        assertThat(sums).extracting(sum -> sum.get("n")).containsExactly(10, 10);
        assertThat(sums.getFirst().get("total")).hasToString("1050.00");
    }

    @Test
    void rollsBackWithTheTransactionManager() {
        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> {
                    template.insert(Item.of("t", 1));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(template.count(Query.query(Criteria.where("app").is("t")), Item.class))
                .isZero();
        transactions.executeWithoutResult(status -> template.insert(Item.of("t", 1)));
        assertThat(template.count(Query.query(Criteria.where("app").is("t")), Item.class))
                .isEqualTo(1);
    }

    @Test
    void countsUpWithFindAndModify() {
        for (int i = 1; i <= 3; i++) {
            Document counter = template.findAndModify(
                    Query.query(Criteria.where("_id").is("seq")),
                    new Update().inc("v", 1),
                    FindAndModifyOptions.options().upsert(true).returnNew(true),
                    Document.class,
                    "counters");
            assertThat(counter).containsEntry("v", i);
        }
    }
}
