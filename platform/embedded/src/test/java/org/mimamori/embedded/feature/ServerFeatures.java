package org.mimamori.embedded.feature;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mimamori.embedded.feature.Feature.both;
import static org.mimamori.embedded.feature.Feature.never;
import static org.mimamori.embedded.feature.Feature.realOnly;
import static org.mimamori.embedded.feature.Probe.json;
import static org.mimamori.embedded.feature.Probe.refused;

import com.mongodb.MongoNamespace;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.ValidationOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.bson.types.ObjectId;

/** Collections, sessions, transactions, and what the server says of itself. */
final class ServerFeatures {

    private ServerFeatures() {}

    static List<Feature> all() {
        List<Feature> all = new ArrayList<>();
        all.addAll(server());
        all.addAll(collections());
        all.addAll(sessions());
        all.addAll(refusals());
        return all;
    }

    private static List<Feature> server() {
        return List.of(
                both("hello, ping, buildInfo", p -> {
                    assertThat(p.database().runCommand(json("{hello: 1}"))).containsEntry("isWritablePrimary", true);
                    assertThat(p.database().runCommand(json("{ping: 1}"))).containsEntry("ok", 1.0);
                    assertThat(p.database().runCommand(json("{buildInfo: 1}")).getString("version"))
                            .isNotEmpty();
                }),
                both("stats count records", p -> {
                    p.given("{_id: 1}");
                    String name = p.records().getNamespace().getCollectionName();
                    assertThat(((Number) p.database()
                                            .runCommand(new Document("collStats", name))
                                            .get("count"))
                                    .intValue())
                            .isEqualTo(1);
                    assertThat(p.database().runCommand(json("{dbStats: 1}"))).containsKey("objects");
                }),
                both("a time limit", p -> {
                    List<Document> many = new ArrayList<>();
                    for (int i = 0; i < 20_000; i++) {
                        many.add(new Document("_id", i).append("s", "x".repeat(50)));
                    }
                    p.records().insertMany(many);
                    Document slow = new Document(
                                    "find", p.records().getNamespace().getCollectionName())
                            .append("filter", json("{s: {$regex: '(x+x+)+y'}}"))
                            .append("maxTimeMS", 1);
                    refused(50, () -> p.database().runCommand(slow));
                }));
    }

    private static List<Feature> collections() {
        return List.of(
                both("create, list, drop", p -> {
                    String name = p.records().getNamespace().getCollectionName();
                    p.database().createCollection(name);
                    assertThat(p.database().listCollectionNames().into(new ArrayList<>()))
                            .contains(name);
                    refused(48, () -> p.database().createCollection(name));
                    p.records().drop();
                    p.records().drop();
                    assertThat(p.database().listCollectionNames().into(new ArrayList<>()))
                            .doesNotContain(name);
                    assertThat(p.client().listDatabaseNames().into(new ArrayList<>()))
                            .isNotEmpty();
                }),
                both("rename keeps records and indexes", p -> {
                    p.given("{_id: 1, a: 1}");
                    p.records().createIndex(json("{a: 1}"));
                    String name = p.records().getNamespace().getCollectionName() + "r";
                    p.records().renameCollection(new MongoNamespace("features", name));
                    MongoCollection<Document> renamed = p.database().getCollection(name);
                    assertThat(renamed.countDocuments(eq("a", 1))).isEqualTo(1);
                    assertThat(renamed.listIndexes().into(new ArrayList<>())).hasSize(2);
                    assertThat(p.records().countDocuments()).isZero();
                }),
                both("dropping a database", p -> {
                    p.client().getDatabase("gone").getCollection("x").insertOne(json("{_id: 1}"));
                    p.client().getDatabase("gone").drop();
                    assertThat(p.client().getDatabase("gone").getCollection("x").countDocuments())
                            .isZero();
                }),
                both("GridFS", p -> {
                    GridFSBucket files = GridFSBuckets.create(
                            p.database(), p.records().getNamespace().getCollectionName());
                    byte[] content = new byte[3_000_000];
                    new Random(1).nextBytes(content);
                    ObjectId id = files.uploadFromStream("f", new ByteArrayInputStream(content));
                    ByteArrayOutputStream read = new ByteArrayOutputStream();
                    files.downloadToStream(id, read);
                    assertThat(read.toByteArray()).isEqualTo(content);
                    files.delete(id);
                    assertThat(files.find().first()).isNull();
                }));
    }

    private static List<Feature> sessions() {
        return List.of(
                both("a session without a transaction", p -> {
                    try (ClientSession session = p.client().startSession()) {
                        p.records().insertOne(session, json("{_id: 1}"));
                        assertThat(p.records().find(session).first()).isNotNull();
                    }
                }),
                both("a transaction commits", p -> {
                    p.given("{_id: 0}");
                    try (ClientSession session = p.client().startSession()) {
                        session.startTransaction();
                        p.records().insertOne(session, json("{_id: 1}"));
                        assertThat(p.records().countDocuments()).isEqualTo(1);
                        session.commitTransaction();
                    }
                    assertThat(p.records().countDocuments()).isEqualTo(2);
                }),
                both("a transaction aborts", p -> {
                    p.given("{_id: 0, v: 0}");
                    try (ClientSession session = p.client().startSession()) {
                        session.startTransaction();
                        p.records().insertOne(session, json("{_id: 1}"));
                        p.records().updateOne(session, eq("_id", 0), json("{$set: {v: 9}}"));
                        session.abortTransaction();
                    }
                    p.holds("{_id: 0, v: 0}");
                }),
                both("two transactions on one record conflict", p -> {
                    p.given("{_id: 0, v: 0}");
                    try (ClientSession first = p.client().startSession();
                            ClientSession second = p.client().startSession()) {
                        first.startTransaction();
                        second.startTransaction();
                        p.records().updateOne(first, eq("_id", 0), json("{$inc: {v: 1}}"));
                        refused(112, () -> p.records().updateOne(second, eq("_id", 0), json("{$inc: {v: 1}}")));
                        first.commitTransaction();
                    }
                }),
                both("dropping a collection in a transaction is refused", p -> {
                    p.given("{_id: 0}");
                    try (ClientSession session = p.client().startSession()) {
                        session.startTransaction();
                        p.records().insertOne(session, json("{_id: 1}"));
                        refused(() -> p.records().drop(session));
                    }
                    assertThat(p.records().countDocuments()).isEqualTo(1);
                }));
    }

    private static List<Feature> refusals() {
        return List.of(
                never(
                        "a validator",
                        p -> p.database()
                                .createCollection(
                                        "v",
                                        new CreateCollectionOptions()
                                                .validationOptions(new ValidationOptions()
                                                        .validator(json("{$jsonSchema: {required: ['a']}}"))))),
                never("collMod", p -> p.database().runCommand(json("{collMod: 'x', validator: {}}"))),
                never(
                        "a capped collection",
                        p -> p.database()
                                .createCollection(
                                        "c",
                                        new CreateCollectionOptions()
                                                .capped(true)
                                                .sizeInBytes(4096))),
                never("a view", p -> p.database().createView("view", "x", List.of(json("{$match: {a: 1}}")))),
                never(
                        "a time series",
                        p -> p.database().runCommand(json("{create: 'ts', timeseries: {timeField: 't'}}"))),
                never("a change stream of a database", p -> p.database().watch().cursor()),
                realOnly("a change stream", p -> {
                    p.given("{_id: 0}");
                    try (var changes = p.records().watch().cursor()) {
                        p.given("{_id: 1}");
                        assertThat(changes.next().getFullDocument()).containsEntry("_id", 1);
                    }
                }),
                never(
                        "mapReduce",
                        p -> p.database()
                                .runCommand(json("{mapReduce: 'x', map: 'f', reduce: 'f', out: {inline: 1}}"))),
                never("creating users", p -> p.database().runCommand(json("{createUser: 'x', pwd: 'y', roles: []}"))));
    }
}
