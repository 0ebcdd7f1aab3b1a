package org.mimamori.engine.store;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedSubsetTest {

    @RegisterExtension
    static final TestStores STORES = TestStores.embedded();

    private static void require(String command) {
        BsonDocument document = BsonDocument.parse(command);
        SharedSubset.require(document.getFirstKey(), document);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{find: 'r_1', filter: {'f.f1': {$gte: 1, $lt: 5}, $or: [{a: null}, {b: {$elemMatch: {c: /x/}}}]}, sort: {_id: -1}, limit: 5}",
                "{find: 'r_1', filter: {}, projection: {n: 0}}",
                "{insert: 'r_1', documents: [{_id: 1, $odd: 2}]}",
                "{update: 'r_1', updates: [{q: {_id: 1, rev: 2}, u: {_id: 1, f: {f1: 2}}}]}",
                "{update: 'r_1', updates: [{q: {_id: 1}, u: {$set: {a: 1}, $addToSet: {s: {$each: ['x']}}, $pull: {o: {n: {$in: [1]}}}}}]}",
                "{delete: 'r_1', deletes: [{q: {_id: 1, rev: 2}, limit: 1}]}",
                "{findAndModify: 'counters', query: {_id: 'x'}, update: {$inc: {v: 1}}, upsert: true, new: true}",
                "{aggregate: 'r_1', pipeline: [{$match: {a: 1}}, {$group: {_id: null, n: {$sum: '$x'}}}], cursor: {}}",
                "{createIndexes: 'r_1', indexes: [{key: {a: 1, b: -1}, name: 'x', unique: true, sparse: true}]}",
                "{commitTransaction: 1}"
            })
    void letsThroughWhatBothUnderstand(String command) {
        assertThatCode(() -> require(command)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{find: 'r_1', filter: {$where: 'true'}}",
                "{find: 'r_1', filter: {$and: [{$text: {$search: 'x'}}]}}",
                "{find: 'r_1', filter: {a: {$near: [1, 2]}}}",
                "{find: 'r_1', filter: {}, collation: {locale: 'ja'}}",
                "{find: 'r_1', filter: {}, hint: 'x'}",
                "{find: 'r_1', filter: {}, sort: {$natural: 1}}",
                "{find: 'r_1', filter: {}, projection: {x: {$concat: ['$a', '$b']}}}",
                "{update: 'r_1', updates: [{q: {}, u: [{$set: {a: 1}}]}]}",
                "{update: 'r_1', updates: [{q: {}, u: {$bit: {a: {and: 1}}}}]}",
                "{findAndModify: 'x', query: {}, update: [{$set: {a: 1}}]}",
                "{aggregate: 'r_1', pipeline: [{$setWindowFields: {}}], cursor: {}}",
                "{aggregate: 'r_1', pipeline: [{$project: {d: {$dateTrunc: {date: '$x', unit: 'day'}}}}], cursor: {}}",
                "{aggregate: 'r_1', pipeline: [{$changeStream: {}}], cursor: {}}",
                "{createIndexes: 'r_1', indexes: [{key: {a: 'text'}, name: 'x'}]}",
                "{createIndexes: 'r_1', indexes: [{key: {a: 1}, name: 'x', collation: {locale: 'ja'}}]}",
                "{createIndexes: 'r_1', indexes: [{key: {a: 1}, name: 'x', partialFilterExpression: {a: {$gt: 1}}}]}",
                "{collMod: 'r_1', validator: {}}",
                "{mapReduce: 'r_1'}"
            })
    void refusesWhatOnlyOneUnderstands(String command) {
        assertThatThrownBy(() -> require(command)).isInstanceOf(SharedSubset.OutsideSubset.class);
    }

    @Test
    void failsTheCallThatSendsIt() {
        MongoClientSettings settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(STORES.settings().connectionString()))
                .addCommandListener(new SharedSubsetListener())
                .build();
        try (MongoClient client = MongoClients.create(settings)) {
            assertThatThrownBy(() -> client.getDatabase(STORES.database())
                            .getCollection("meta")
                            .find(Document.parse("{$where: 'true'}"))
                            .first())
                    .isInstanceOf(SharedSubset.OutsideSubset.class);
        }
    }
}
