package org.mimamori.embedded.feature;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.regex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mimamori.embedded.feature.Feature.both;
import static org.mimamori.embedded.feature.Feature.never;
import static org.mimamori.embedded.feature.Feature.realOnly;
import static org.mimamori.embedded.feature.Probe.ids;
import static org.mimamori.embedded.feature.Probe.json;
import static org.mimamori.embedded.feature.Probe.refused;

import com.mongodb.ReadConcern;
import com.mongodb.client.model.Collation;
import com.mongodb.client.model.CollationStrength;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.bson.BsonRegularExpression;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Code;
import org.bson.types.Decimal128;
import org.bson.types.MaxKey;
import org.bson.types.MinKey;
import org.bson.types.ObjectId;

/** Types, filters, projections, sorts and cursors. */
final class QueryFeatures {

    private QueryFeatures() {}

    static List<Feature> all() {
        List<Feature> all = new ArrayList<>();
        all.addAll(types());
        all.addAll(filters());
        all.addAll(arrays());
        all.addAll(results());
        all.addAll(refusals());
        return all;
    }

    private static List<Feature> types() {
        return List.of(
                both("every BSON type comes back as it went in", p -> {
                    Document all = new Document("_id", 1)
                            .append("i", 1)
                            .append("l", 2L)
                            .append("d", 1.5)
                            .append("dec", new Decimal128(new BigDecimal("12345678901234567890.1234")))
                            .append("date", new Date(1700000000123L))
                            .append("oid", new ObjectId())
                            .append("bin", new Binary(new byte[] {1, 2, 3}))
                            .append("user", new Binary((byte) 0x80, new byte[] {4}))
                            .append("uuid", UUID.randomUUID())
                            .append("null", null)
                            .append("b", true)
                            .append("s", "日本語😀𠮷")
                            .append("arr", List.of(1, "a", new Document("x", 1)))
                            .append("re", new BsonRegularExpression("^a", "i"))
                            .append("ts", new BsonTimestamp(5, 6))
                            .append("code", new Code("f()"))
                            .append("min", new MinKey())
                            .append("max", new MaxKey());
                    p.given(all);
                    assertThat(p.records().find().first()).isEqualTo(all);
                }),
                both("numbers of all types compare by value", p -> {
                    p.given(
                            new Document("_id", 1).append("v", new Decimal128(5)),
                            new Document("_id", 2).append("v", 5),
                            new Document("_id", 3).append("v", 5.0),
                            new Document("_id", 4).append("v", 5L),
                            new Document("_id", 5).append("v", 5.5),
                            new Document("_id", 6).append("v", 9007199254740993L));
                    p.finds("{v: 5}", 1, 2, 3, 4);
                    p.finds("{v: {$gt: 5}}", 5, 6);
                    p.finds("{v: 9007199254740992.0}");
                    p.finds("{v: {$gt: 9007199254740992.0}}", 6);
                }),
                both("decimals sort exactly", p -> {
                    for (String v : List.of("10.5", "9.25", "100", "-3", "0.1", "1E+3", "-1E-10")) {
                        p.given(new Document("_id", v).append("v", Decimal128.parse(v)));
                    }
                    assertThat(ids(p.records().find().sort(json("{v: 1}"))))
                            .containsExactly("-3", "-1E-10", "0.1", "9.25", "10.5", "100", "1E+3");
                }),
                both("a double is not the decimal it looks like", p -> {
                    p.given(new Document("_id", 1).append("v", 0.1));
                    assertThat(p.records().countDocuments(eq("v", Decimal128.parse("0.1"))))
                            .isZero();
                }),
                both("types sort in MongoDB's order", p -> {
                    p.given(
                            "{_id: 1, v: 'a'}",
                            "{_id: 2, v: 5}",
                            "{_id: 3}",
                            "{_id: 5, v: true}",
                            "{_id: 6, v: {a: 1}}",
                            "{_id: 7, v: {$date: 0}}",
                            "{_id: 8, v: {$oid: '650000000000000000000000'}}",
                            "{_id: 9, v: {$minKey: 1}}",
                            "{_id: 10, v: {$maxKey: 1}}");
                    assertThat(ids(p.records().find().sort(json("{v: 1}"))))
                            .containsExactly(9, 3, 2, 1, 6, 8, 5, 7, 10);
                }),
                both("text sorts by code point", p -> {
                    p.given("{_id: '𠮷'}", "{_id: 'Ａ'}", "{_id: '吉'}");
                    assertThat(ids(p.records().find().sort(json("{_id: 1}")))).containsExactly("吉", "Ａ", "𠮷");
                }),
                both("NaN equals itself and is not less than a number", p -> {
                    p.given(new Document("_id", 1).append("v", Double.NaN), new Document("_id", 2).append("v", 1));
                    assertThat(p.records().countDocuments(eq("v", Double.NaN))).isEqualTo(1);
                    p.finds("{v: {$lt: 5}}", 2);
                    assertThat(ids(p.records().find().sort(json("{v: 1}")))).containsExactly(1, 2);
                }));
    }

    private static List<Feature> filters() {
        return List.of(
                both("a dotted path", p -> {
                    p.given("{_id: 1, f: {a: {v: 'x'}}}", "{_id: 2, f: {a: {v: 'y'}}}");
                    p.finds("{'f.a.v': 'y'}", 2);
                }),
                both("$in $nin $or $nor $and $not $ne", p -> {
                    p.given("{_id: 1, v: 1}", "{_id: 2, v: 2}", "{_id: 3}");
                    p.finds("{v: {$in: [1, 2]}}", 1, 2);
                    p.finds("{v: {$nin: [1]}}", 2, 3);
                    p.finds("{$or: [{v: 1}, {_id: 3}]}", 1, 3);
                    p.finds("{$nor: [{v: 1}, {_id: 3}]}", 2);
                    p.finds("{$and: [{v: {$gt: 0}}, {v: {$lt: 2}}]}", 1);
                    p.finds("{v: {$not: {$eq: 1}}}", 2, 3);
                    p.finds("{v: {$ne: 1}}", 2, 3);
                    p.finds("{v: {$in: [null, 2]}}", 2, 3);
                }),
                both("$exists, and null that matches what is missing", p -> {
                    p.given("{_id: 1, v: null}", "{_id: 2}", "{_id: 3, v: 1}");
                    p.finds("{v: {$exists: true}}", 1, 3);
                    p.finds("{v: {$exists: false}}", 2);
                    p.finds("{v: null}", 1, 2);
                    p.finds("{v: {$ne: null}}", 3);
                    p.finds("{v: {$gte: null}}", 1, 2);
                }),
                both("inequalities stay within a type", p -> {
                    p.given("{_id: 1, v: 10}", "{_id: 2, v: 'zzz'}", "{_id: 3, v: {$date: 0}}", "{_id: 4, v: true}");
                    p.finds("{v: {$gt: 5}}", 1);
                    p.finds("{v: {$gt: 'a'}}", 2);
                    p.finds("{v: {$gte: false}}", 4);
                }),
                both("a range of dates", p -> {
                    p.given("{_id: 1, v: {$date: 1000}}", "{_id: 2, v: {$date: 2000}}", "{_id: 3, v: {$date: 3000}}");
                    p.finds("{v: {$gte: {$date: 1500}, $lt: {$date: 3000}}}", 2);
                }),
                both("a whole document, field order and all", p -> {
                    p.given("{_id: 1, v: {a: 1, b: 2}}", "{_id: 2, v: {b: 2, a: 1}}");
                    p.finds("{v: {a: 1, b: 2}}", 1);
                    p.finds("{v: {a: 1}}");
                }),
                both("$regex with options, and Japanese", p -> {
                    p.given("{_id: 1, s: '株式会社サンプル'}", "{_id: 2, s: 'Sample Inc'}", "{_id: 3, s: 'other'}");
                    assertThat(ids(p.records().find(regex("s", "サンプル")))).containsExactly(1);
                    assertThat(ids(p.records().find(regex("s", "^sam", "i")))).containsExactly(2);
                    p.finds("{s: {$regex: '^o', $options: ''}}", 3);
                    p.finds("{s: {$not: {$regex: 'ther'}}}", 1, 2);
                    p.finds("{s: {$in: [{$regularExpression: {pattern: '^o', options: ''}}]}}", 3);
                }),
                both("$expr", p -> {
                    p.given("{_id: 1, a: 1, b: 2}", "{_id: 2, a: 3, b: 2}");
                    p.finds("{$expr: {$gt: ['$a', '$b']}}", 2);
                }),
                both("$type and $mod", p -> {
                    p.given("{_id: 1, v: 5}", "{_id: 2, v: 's'}", "{_id: 3, v: [1]}");
                    p.finds("{v: {$type: 'string'}}", 2);
                    p.finds("{v: {$type: ['number', 'string']}}", 1, 2, 3);
                    p.finds("{v: {$type: 4}}", 3);
                    p.finds("{v: {$mod: [4, 1]}}", 1, 3);
                }),
                both("$comment changes nothing", p -> {
                    p.given("{_id: 1, v: 5}");
                    p.finds("{v: 5, $comment: 'why'}", 1);
                }),
                both("an unknown operator is an error", p -> {
                    p.given("{_id: 1}");
                    refused(2, () -> p.find("{v: {$foo: 1}}"));
                    refused(2, () -> p.find("{$foo: 1}"));
                }));
    }

    private static List<Feature> arrays() {
        return List.of(
                both("an array matches by any element", p -> {
                    p.given("{_id: 1, t: ['x', 'y']}", "{_id: 2, t: ['z']}", "{_id: 3, t: 'x'}", "{_id: 4, t: []}");
                    p.finds("{t: 'x'}", 1, 3);
                    p.finds("{t: {$ne: 'x'}}", 2, 4);
                    p.finds("{t: ['x', 'y']}", 1);
                    p.finds("{t: {$all: ['x', 'y']}}", 1);
                    p.finds("{t: {$size: 0}}", 4);
                    p.finds("{t: {$in: [['z'], 'y']}}", 1, 2);
                    p.finds("{'t.0': 'x'}", 1);
                    p.finds("{'t.1': {$exists: true}}", 1);
                    p.finds("{t: null}");
                }),
                both("two demands on an array may be met by two elements", p -> {
                    p.given("{_id: 1, v: [1, 9]}", "{_id: 2, v: [5]}");
                    p.finds("{v: {$gt: 4, $lt: 6}}", 1, 2);
                    p.finds("{v: {$elemMatch: {$gt: 4, $lt: 6}}}", 2);
                }),
                both("$elemMatch on rows", p -> {
                    p.given("{_id: 1, r: [{n: 'a', q: 1}, {n: 'b', q: 9}]}", "{_id: 2, r: [{n: 'a', q: 9}]}");
                    p.finds("{r: {$elemMatch: {n: 'a', q: 9}}}", 2);
                    p.finds("{'r.n': 'a', 'r.q': 9}", 1, 2);
                    p.finds("{r: {$not: {$elemMatch: {n: 'b'}}}}", 2);
                    p.finds("{'r.1.n': 'b'}", 1);
                    p.finds("{r: {$elemMatch: {$or: [{q: 1}, {n: 'c'}]}}}", 1);
                    p.finds("{r: {$all: [{$elemMatch: {n: 'a'}}, {$elemMatch: {q: 9}}]}}", 1, 2);
                }),
                both("a field missing in some rows is null there", p -> {
                    p.given("{_id: 1, r: [{n: 'a'}, {q: 1}]}", "{_id: 2, r: [{n: 'a'}]}", "{_id: 3}");
                    p.finds("{'r.n': null}", 1, 3);
                    p.finds("{'r.n': {$exists: false}}", 3);
                }),
                both("sorting by an array takes its least or greatest element", p -> {
                    p.given("{_id: 1, v: [5, 1]}", "{_id: 2, v: [3]}", "{_id: 3, v: []}", "{_id: 4, v: 2}", "{_id: 5}");
                    assertThat(ids(p.records().find().sort(json("{v: 1, _id: 1}"))))
                            .containsExactly(3, 5, 1, 4, 2);
                    assertThat(ids(p.records().find().sort(json("{v: -1, _id: 1}"))))
                            .containsExactly(1, 2, 4, 5, 3);
                }));
    }

    private static List<Feature> results() {
        return List.of(
                both("a projection keeps or drops fields, deep ones too", p -> {
                    p.given("{_id: 1, a: {x: 1, y: 2}, b: [{x: 1, y: 2}, 3], c: 4}");
                    assertThat(project(p, "{'a.x': 1}")).isEqualTo(json("{_id: 1, a: {x: 1}}"));
                    assertThat(project(p, "{'b.x': 1, _id: 0}")).isEqualTo(json("{b: [{x: 1}]}"));
                    assertThat(project(p, "{'b.x': 0, a: 0}")).isEqualTo(json("{_id: 1, b: [{y: 2}, 3], c: 4}"));
                    assertThat(project(p, "{_id: 0, c: 1}")).isEqualTo(json("{c: 4}"));
                    refused(() -> project(p, "{a: 1, c: 0}"));
                }),
                both("$slice and $elemMatch in a projection", p -> {
                    p.given("{_id: 1, v: [1, 2, 3], r: [{n: 1}, {n: 2}]}");
                    assertThat(project(p, "{v: {$slice: 2}}").get("v")).isEqualTo(List.of(1, 2));
                    assertThat(project(p, "{v: {$slice: -1}}").get("v")).isEqualTo(List.of(3));
                    assertThat(project(p, "{v: {$slice: [1, 1]}}").get("v")).isEqualTo(List.of(2));
                    assertThat(project(p, "{r: {$elemMatch: {n: 2}}}")).isEqualTo(json("{_id: 1, r: [{n: 2}]}"));
                }),
                both("computed fields in a projection", p -> {
                    p.given("{_id: 1, a: 2}");
                    assertThat(project(p, "{b: {$multiply: ['$a', 2]}}")).isEqualTo(json("{_id: 1, b: 4}"));
                }),
                both("sort, skip and limit", p -> {
                    for (int i = 0; i < 50; i++) {
                        p.given(new Document("_id", i).append("v", i * 7 % 50));
                    }
                    assertThat(ids(p.records()
                                    .find()
                                    .sort(json("{v: -1}"))
                                    .skip(10)
                                    .limit(3)))
                            .containsExactly(27, 34, 41);
                    assertThat(ids(p.records().find().sort(json("{_id: -1}")).skip(47)))
                            .containsExactly(2, 1, 0);
                }),
                both("distinct values", p -> {
                    p.given("{a: 1}", "{a: 2}", "{a: [1, 3]}", "{b: 1}");
                    assertThat(p.records().distinct("a", Integer.class).into(new ArrayList<>()))
                            .containsExactlyInAnyOrder(1, 2, 3);
                }),
                both("counts", p -> {
                    p.given("{a: 1}", "{a: 2}", "{a: 2}");
                    assertThat(p.records().countDocuments(eq("a", 2))).isEqualTo(2);
                    assertThat(p.records().countDocuments()).isEqualTo(3);
                    assertThat(p.records().estimatedDocumentCount()).isEqualTo(3);
                    assertThat(p.database().getCollection("nothing").countDocuments())
                            .isZero();
                }),
                both("a cursor in batches", p -> {
                    List<Document> many = new ArrayList<>();
                    for (int i = 0; i < 1000; i++) {
                        many.add(new Document("_id", i));
                    }
                    p.records().insertMany(many);
                    assertThat(ids(p.records().find().batchSize(100))).hasSize(1000);
                    assertThat(p.records()
                                    .aggregate(List.of(json("{$match: {}}")))
                                    .batchSize(50)
                                    .into(new ArrayList<>()))
                            .hasSize(1000);
                }),
                both("options without effect on the result", p -> {
                    p.given("{_id: 1}");
                    assertThat(ids(p.records()
                                    .find()
                                    .noCursorTimeout(true)
                                    .allowDiskUse(true)
                                    .maxTime(5, TimeUnit.SECONDS)))
                            .containsExactly(1);
                    assertThat(ids(p.records()
                                    .withReadConcern(ReadConcern.MAJORITY)
                                    .find()))
                            .containsExactly(1);
                }),
                both("a hint must name an index", p -> {
                    p.given("{_id: 1, a: 1}");
                    p.records().createIndex(json("{a: 1}"));
                    assertThat(ids(p.records().find(eq("a", 1)).hint(json("{a: 1}"))))
                            .containsExactly(1);
                    refused(2, () -> p.records().find().hint(json("{zz: 1}")).first());
                }),
                both("an unknown command and an unknown field are errors", p -> {
                    refused(59, () -> p.database().runCommand(json("{fooBar: 1}")));
                    refused(40415, () -> p.database().runCommand(json("{find: 'x', fooBar: 1}")));
                }));
    }

    private static Document project(Probe p, String projection) {
        Document found = p.records().find().projection(json(projection)).first();
        return java.util.Objects.requireNonNull(found);
    }

    private static List<Feature> refusals() {
        Collation caseless = Collation.builder()
                .locale("en")
                .collationStrength(CollationStrength.SECONDARY)
                .build();
        return List.of(
                never("$jsonSchema in a filter", p -> p.find("{$jsonSchema: {properties: {a: {bsonType: 'int'}}}}")),
                never("$where", p -> p.find("{$where: 'this.a == 1'}")),
                never("$text", p -> {
                    p.records().createIndex(json("{s: 'text'}"));
                    p.find("{$text: {$search: 'x'}}");
                }),
                never("$nearSphere", p -> {
                    p.records().createIndex(json("{loc: '2dsphere'}"));
                    p.find("{loc: {$nearSphere: {$geometry: {type: 'Point', coordinates: [1, 2]}}}}");
                }),
                never("$bitsAllSet", p -> p.find("{v: {$bitsAllSet: 1}}")),
                never(
                        "collation in find",
                        p -> p.records()
                                .find(eq("a", "abc"))
                                .collation(caseless)
                                .first()),
                never(
                        "collation in count",
                        p -> p.records()
                                .countDocuments(
                                        eq("a", "b"), new com.mongodb.client.model.CountOptions().collation(caseless))),
                never(
                        "collation in update",
                        p -> p.records()
                                .updateOne(
                                        eq("a", "b"),
                                        json("{$set: {a: 1}}"),
                                        new com.mongodb.client.model.UpdateOptions().collation(caseless))),
                never(
                        "collation in delete",
                        p -> p.records()
                                .deleteOne(
                                        eq("a", "b"),
                                        new com.mongodb.client.model.DeleteOptions().collation(caseless))),
                never(
                        "collation ja",
                        p -> p.records()
                                .find()
                                .collation(Collation.builder().locale("ja").build())
                                .first()),
                never("the positional projection", p -> {
                    p.given("{_id: 1, v: [1, 2]}");
                    p.records().find(eq("v", 2)).projection(json("{'v.$': 1}")).first();
                }),
                realOnly("let in find", p -> p.database().runCommand(json("{find: 'x', filter: {}, let: {a: 1}}"))));
    }
}
