package org.mimamori.embedded.feature;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mimamori.embedded.feature.Feature.both;
import static org.mimamori.embedded.feature.Feature.never;
import static org.mimamori.embedded.feature.Probe.ids;
import static org.mimamori.embedded.feature.Probe.json;
import static org.mimamori.embedded.feature.Probe.refused;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteManyModel;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.bulk.ClientNamespacedWriteModel;
import com.mongodb.client.result.UpdateResult;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/** Inserts, updates, deletes. */
final class WriteFeatures {

    private static final FindOneAndUpdateOptions AFTER =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    private WriteFeatures() {}

    static List<Feature> all() {
        List<Feature> all = new ArrayList<>();
        all.addAll(inserts());
        all.addAll(operators());
        all.addAll(arrays());
        all.addAll(updates());
        all.addAll(modify());
        return all;
    }

    private static List<Feature> inserts() {
        return List.of(
                both(
                        "insertMany stops at a duplicate and counts rightly",
                        p -> assertThatThrownBy(() ->
                                        p.given(new Document("_id", 1), new Document("_id", 1), new Document("_id", 2)))
                                .isInstanceOfSatisfying(MongoBulkWriteException.class, e -> {
                                    assertThat(e.getWriteErrors().getFirst().getCode())
                                            .isEqualTo(11000);
                                    assertThat(e.getWriteErrors().getFirst().getIndex())
                                            .isEqualTo(1);
                                    assertThat(e.getWriteResult().getInsertedCount())
                                            .isEqualTo(1);
                                    assertThat(p.records().countDocuments()).isEqualTo(1);
                                })),
                both(
                        "insertMany unordered goes on after a duplicate",
                        p -> assertThatThrownBy(() -> p.records()
                                        .insertMany(
                                                List.of(
                                                        new Document("_id", 1),
                                                        new Document("_id", 1),
                                                        new Document("_id", 2)),
                                                new InsertManyOptions().ordered(false)))
                                .isInstanceOfSatisfying(MongoBulkWriteException.class, e -> {
                                    assertThat(e.getWriteResult().getInsertedCount())
                                            .isEqualTo(2);
                                    assertThat(p.records().countDocuments()).isEqualTo(2);
                                })),
                both("equal numbers of two types are one _id", p -> {
                    p.given(new Document("_id", 1));
                    refused(11000, () -> p.given("{_id: 1.0}"));
                }),
                both("names with a dot inside a value are kept", p -> {
                    p.given(new Document("_id", 1).append("m", new Document("a.b", 1)));
                    assertThat(p.first("{}").get("m", Document.class)).containsEntry("a.b", 1);
                }),
                both(
                        "a document over 16 MB is refused",
                        p -> assertThatThrownBy(
                                        () -> p.given(new Document("_id", 1).append("s", "x".repeat(17_000_000))))
                                .isInstanceOf(RuntimeException.class)),
                both("an array as _id is refused", p -> refused(() -> p.given("{_id: [1]}"))),
                both("write concerns", p -> {
                    p.records().withWriteConcern(WriteConcern.MAJORITY).insertOne(new Document("_id", 1));
                    p.records().withWriteConcern(WriteConcern.JOURNALED).insertOne(new Document("_id", 2));
                    assertThat(p.records().countDocuments()).isEqualTo(2);
                }),
                both("bulkWrite of several kinds", p -> {
                    p.given(new Document("_id", 9));
                    var result = p.records()
                            .bulkWrite(List.of(
                                    new InsertOneModel<>(new Document("_id", 1)),
                                    new UpdateOneModel<>(eq("_id", 1), json("{$set: {a: 1}}")),
                                    new UpdateOneModel<>(
                                            eq("_id", 5), json("{$set: {a: 1}}"), new UpdateOptions().upsert(true)),
                                    new DeleteOneModel<>(eq("_id", 9)),
                                    new DeleteManyModel<>(eq("a", 7))));
                    assertThat(result.getInsertedCount()).isEqualTo(1);
                    assertThat(result.getModifiedCount()).isEqualTo(1);
                    assertThat(result.getUpserts()).hasSize(1);
                    assertThat(result.getDeletedCount()).isEqualTo(1);
                }),
                both(
                        "bulkWrite unordered reports each error",
                        p -> assertThatThrownBy(() -> p.records()
                                        .bulkWrite(
                                                List.of(
                                                        new InsertOneModel<>(new Document("_id", 1)),
                                                        new InsertOneModel<>(new Document("_id", 1)),
                                                        new InsertOneModel<>(new Document("_id", 2))),
                                                new BulkWriteOptions().ordered(false)))
                                .isInstanceOfSatisfying(
                                        MongoBulkWriteException.class,
                                        e -> assertThat(e.getWriteResult().getInsertedCount())
                                                .isEqualTo(2))),
                never(
                        "client-level bulkWrite",
                        p -> p.client()
                                .bulkWrite(List.of(ClientNamespacedWriteModel.insertOne(
                                        p.records().getNamespace(), new Document("_id", 1))))));
    }

    private static List<Feature> operators() {
        return List.of(
                both("$set makes the way to a deep field", p -> {
                    p.given("{_id: 1, a: 1}");
                    p.update("{_id: 1}", "{$set: {'f.x.value': 5}}");
                    p.holds("{_id: 1, a: 1, f: {x: {value: 5}}}");
                    refused(28, () -> p.update("{_id: 1}", "{$set: {'a.b': 1}}"));
                }),
                both("$unset $inc $mul $min $max", p -> {
                    p.given("{_id: 1, a: 5, b: 5, c: 5, d: 1}");
                    p.update("{_id: 1}", "{$inc: {a: 2, n: 1}, $mul: {b: 3}, $min: {c: 3}, $unset: {d: ''}}");
                    p.holds("{_id: 1, a: 7, b: 15, c: 3, n: 1}");
                    p.update("{_id: 1}", "{$max: {c: 9}, $mul: {z: 3}}");
                    p.holds("{_id: 1, a: 7, b: 15, c: 9, n: 1, z: 0}");
                    refused(14, () -> p.update("{_id: 1}", "{$inc: {a: 'x'}}"));
                }),
                both("$inc grows an int to a long", p -> {
                    p.given("{_id: 1, a: 2147483647}");
                    p.update("{_id: 1}", "{$inc: {a: 1}}");
                    assertThat(p.first("{}")).containsEntry("a", 2147483648L);
                }),
                both("$rename", p -> {
                    p.given("{_id: 1, a: 1, b: {c: 2}}");
                    p.update("{_id: 1}", "{$rename: {a: 'x', 'b.c': 'y'}}");
                    p.holds("{_id: 1, b: {}, x: 1, y: 2}");
                }),
                both("$currentDate", p -> {
                    p.given("{_id: 1}");
                    p.update("{_id: 1}", "{$currentDate: {t: true}}");
                    assertThat(p.first("{}").get("t")).isInstanceOf(Date.class);
                }),
                both("$bit", p -> {
                    p.given("{_id: 1, a: 13}");
                    p.update("{_id: 1}", "{$bit: {a: {and: 10}}}");
                    p.holds("{_id: 1, a: 8}");
                }),
                both("conflicting paths are refused", p -> {
                    p.given("{_id: 1}");
                    refused(40, () -> p.update("{_id: 1}", "{$set: {a: 1, 'a.b': 2}}"));
                    refused(40, () -> p.update("{_id: 1}", "{$set: {a: 1}, $inc: {a: 1}}"));
                }),
                both("an unknown operator is refused", p -> {
                    p.given("{_id: 1}");
                    refused(9, () -> p.update("{_id: 1}", "{$foo: {a: 1}}"));
                }),
                both("the _id cannot be changed", p -> {
                    p.given("{_id: 1}");
                    refused(66, () -> p.update("{_id: 1}", "{$set: {_id: 2}}"));
                    refused(66, () -> p.records().replaceOne(eq("_id", 1), json("{_id: 2}")));
                }));
    }

    private static List<Feature> arrays() {
        return List.of(
                both("$push with $each, $slice, $sort, $position", p -> {
                    p.given("{_id: 1, v: [1, 2], w: [{n: 2}]}");
                    p.update("{_id: 1}", "{$push: {v: {$each: [3, 4], $slice: -3}}}");
                    p.update("{_id: 1}", "{$push: {w: {$each: [{n: 1}], $sort: {n: 1}}, x: 5}}");
                    p.update("{_id: 1}", "{$push: {v: {$each: [0], $position: 0}}}");
                    p.holds("{_id: 1, v: [0, 2, 3, 4], w: [{n: 1}, {n: 2}], x: [5]}");
                }),
                both("$addToSet $pull $pullAll $pop", p -> {
                    p.given("{_id: 1, v: [1, 2, 3, 2], r: [{n: 1, q: 5}, {n: 2, q: 6}]}");
                    p.update("{_id: 1}", "{$pull: {v: 2, r: {q: {$gt: 5}}}, $addToSet: {s: 'q'}}");
                    p.holds("{_id: 1, v: [1, 3], r: [{n: 1, q: 5}], s: ['q']}");
                    p.update("{_id: 1}", "{$addToSet: {s: {$each: ['q', 'r']}}, $pullAll: {v: [3]}, $pop: {r: 1}}");
                    p.holds("{_id: 1, v: [1], r: [], s: ['q', 'r']}");
                    p.update("{_id: 1}", "{$pull: {v: {$lt: 5}}}");
                    p.holds("{_id: 1, v: [], r: [], s: ['q', 'r']}");
                    refused(2, () -> p.update("{_id: 1}", "{$push: {_id: 1}}"));
                }),
                both("the positional operator", p -> {
                    p.given("{_id: 1, r: [{id: 1, q: 1}, {id: 2, q: 2}], v: [5, 6]}");
                    p.update("{'r.id': 2}", "{$set: {'r.$.q': 99}}");
                    p.update("{v: 6}", "{$set: {'v.$': 7}}");
                    p.update("{r: {$elemMatch: {id: 1, q: 1}}}", "{$inc: {'r.$.q': 1}}");
                    p.holds("{_id: 1, r: [{id: 1, q: 2}, {id: 2, q: 99}], v: [5, 7]}");
                    refused(2, () -> p.update("{_id: 1}", "{$set: {'r.$.q': 1}}"));
                }),
                both("all elements, and those an array filter names", p -> {
                    p.given("{_id: 1, r: [{id: 1, q: 1}, {id: 2, q: 2}]}");
                    p.update("{_id: 1}", "{$inc: {'r.$[].q': 10}}");
                    p.records()
                            .updateOne(
                                    eq("_id", 1),
                                    json("{$set: {'r.$[e].q': 99}}"),
                                    new UpdateOptions().arrayFilters(List.of(json("{'e.id': 2}"))));
                    p.holds("{_id: 1, r: [{id: 1, q: 11}, {id: 2, q: 99}]}");
                    refused(2, () -> p.update("{_id: 1}", "{$set: {'r.$[x].q': 1}}"));
                }),
                both("$set of an element, padding with null", p -> {
                    p.given("{_id: 1, v: [1]}");
                    p.update("{_id: 1}", "{$set: {'v.2': 3}, $unset: {'v.0': 1}}".replace(", $unset: {'v.0': 1}", ""));
                    p.holds("{_id: 1, v: [1, null, 3]}");
                    p.update("{_id: 1}", "{$unset: {'v.0': 1}}");
                    p.holds("{_id: 1, v: [null, null, 3]}");
                }));
    }

    private static List<Feature> updates() {
        return List.of(
                both("an update by revision succeeds once", p -> {
                    p.given("{_id: 1, rev: 3}");
                    UpdateResult first =
                            p.records().updateOne(and(eq("_id", 1), eq("rev", 3)), json("{$inc: {rev: 1}}"));
                    UpdateResult second =
                            p.records().updateOne(and(eq("_id", 1), eq("rev", 3)), json("{$inc: {rev: 1}}"));
                    assertThat(first.getMatchedCount()).isEqualTo(1);
                    assertThat(second.getMatchedCount()).isZero();
                }),
                both("updateMany counts what it matched and what it changed", p -> {
                    p.given("{_id: 1, v: 0}", "{_id: 2, v: 9}", "{_id: 3, v: 0, x: 1}");
                    UpdateResult result = p.records().updateMany(json("{}"), json("{$set: {v: 9}}"));
                    assertThat(result.getMatchedCount()).isEqualTo(3);
                    assertThat(result.getModifiedCount()).isEqualTo(2);
                }),
                both("replaceOne, with upsert", p -> {
                    UpdateResult result =
                            p.records().replaceOne(eq("_id", 7), json("{a: 1}"), new ReplaceOptions().upsert(true));
                    assertThat(result.getUpsertedId().asInt32().getValue()).isEqualTo(7);
                    p.records().replaceOne(eq("_id", 7), json("{b: 2}"));
                    p.holds("{_id: 7, b: 2}");
                }),
                both("an upsert begins with what its filter demands", p -> {
                    p.records()
                            .updateOne(
                                    json("{k: 1, 'm.n': 2, q: {$gt: 5}, $and: [{z: 3}]}"),
                                    json("{$setOnInsert: {a: 1}, $set: {b: 2}}"),
                                    new UpdateOptions().upsert(true));
                    Document made = p.first("{}");
                    made.remove("_id");
                    assertThat(made)
                            .containsOnlyKeys("k", "m", "z", "a", "b")
                            .containsEntry("k", 1)
                            .containsEntry("b", 2);
                }),
                both("a pipeline update computes from the document", p -> {
                    p.given("{_id: 1, a: 1, b: 2}");
                    p.records()
                            .updateOne(
                                    eq("_id", 1),
                                    List.of(json("{$set: {c: {$add: ['$a', '$b']}}}"), json("{$unset: 'a'}")));
                    p.holds("{_id: 1, b: 2, c: 3}");
                }),
                both("deleteOne and deleteMany", p -> {
                    p.given("{_id: 1, v: 1}", "{_id: 2, v: 1}", "{_id: 3, v: 1}");
                    assertThat(p.records().deleteOne(eq("v", 1)).getDeletedCount())
                            .isEqualTo(1);
                    assertThat(p.records().deleteMany(eq("v", 1)).getDeletedCount())
                            .isEqualTo(2);
                }));
    }

    private static List<Feature> modify() {
        return List.of(
                both("findOneAndUpdate gives back before or after", p -> {
                    p.given("{_id: 1, v: 1}", "{_id: 2, v: 2}");
                    assertThat(p.records()
                                    .findOneAndUpdate(
                                            json("{}"),
                                            json("{$inc: {v: 10}}"),
                                            new FindOneAndUpdateOptions().sort(json("{v: -1}"))))
                            .isEqualTo(json("{_id: 2, v: 2}"));
                    assertThat(p.records().findOneAndUpdate(eq("_id", 2), json("{$inc: {v: 1}}"), AFTER))
                            .isEqualTo(json("{_id: 2, v: 13}"));
                    assertThat(p.records().findOneAndUpdate(eq("_id", 5), json("{$inc: {v: 1}}"), AFTER))
                            .isNull();
                }),
                both(
                        "findOneAndUpdate inserts if asked to",
                        p -> assertThat(p.records()
                                        .findOneAndUpdate(
                                                eq("_id", "seq"),
                                                json("{$inc: {v: 1}}"),
                                                new FindOneAndUpdateOptions()
                                                        .upsert(true)
                                                        .returnDocument(ReturnDocument.AFTER)))
                                .isEqualTo(json("{_id: 'seq', v: 1}"))),
                both("findOneAndDelete and findOneAndReplace", p -> {
                    p.given("{_id: 1, v: 1}", "{_id: 2, v: 2}");
                    assertThat(p.records().findOneAndDelete(eq("_id", 1))).containsEntry("v", 1);
                    assertThat(p.records().findOneAndReplace(eq("_id", 2), json("{w: 3}")))
                            .containsEntry("v", 2);
                    assertThat(ids(p.records().find())).containsExactly(2);
                }),
                both("findOneAndUpdate with array filters, a pipeline, a projection", p -> {
                    p.given("{_id: 1, r: [{i: 1, q: 0}], a: 1}");
                    p.records()
                            .findOneAndUpdate(
                                    eq("_id", 1),
                                    json("{$set: {'r.$[e].q': 5}}"),
                                    new FindOneAndUpdateOptions().arrayFilters(List.of(json("{'e.i': 1}"))));
                    Document after = p.records()
                            .findOneAndUpdate(
                                    eq("_id", 1),
                                    List.of(json("{$set: {b: '$a'}}")),
                                    new FindOneAndUpdateOptions()
                                            .returnDocument(ReturnDocument.AFTER)
                                            .projection(json("{b: 1, 'r.q': 1}")));
                    assertThat(after)
                            .isEqualTo(json("{_id: 1, b: 1, r: [{q: 5}]}").append("r", List.of(json("{q: 5}"))));
                }));
    }
}
