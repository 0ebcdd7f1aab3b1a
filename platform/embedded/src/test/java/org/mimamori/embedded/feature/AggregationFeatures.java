package org.mimamori.embedded.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimamori.embedded.feature.Feature.both;
import static org.mimamori.embedded.feature.Feature.never;
import static org.mimamori.embedded.feature.Feature.realOnly;
import static org.mimamori.embedded.feature.Probe.json;
import static org.mimamori.embedded.feature.Probe.refused;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.Decimal128;

/** Aggregation stages. */
final class AggregationFeatures {

    private AggregationFeatures() {}

    static List<Feature> all() {
        List<Feature> all = new ArrayList<>();
        all.addAll(groups());
        all.addAll(shapes());
        all.addAll(lookups());
        all.addAll(refusals());
        return all;
    }

    private static List<Feature> groups() {
        return List.of(
                both("$group sums, averages, extremes", p -> {
                    for (int i = 0; i < 10; i++) {
                        p.given(new Document("g", i % 2).append("v", i));
                    }
                    assertThat(p.aggregate(
                                    "{$match: {v: {$gte: 2}}}",
                                    "{$group: {_id: '$g', s: {$sum: '$v'}, n: {$sum: 1}, a: {$avg: '$v'}, "
                                            + "lo: {$min: '$v'}, hi: {$max: '$v'}, c: {$count: {}}}}",
                                    "{$sort: {_id: 1}}"))
                            .containsExactly(
                                    json("{_id: 0, s: 20, n: 4, a: 5.0, lo: 2, hi: 8, c: 4}"),
                                    json("{_id: 1, s: 24, n: 4, a: 6.0, lo: 3, hi: 9, c: 4}"));
                }),
                both("$group by several fields, collecting", p -> {
                    p.given("{_id: 1, a: 'x', b: 1, v: 1}", "{_id: 2, a: 'x', b: 1, v: 2}", "{_id: 3, a: 'x', b: 1}");
                    assertThat(
                                    p.aggregate(
                                            "{$sort: {_id: 1}}",
                                            "{$group: {_id: {a: '$a', b: '$b'}, p: {$push: '$v'}, f: {$first: '$v'}, l: {$last: '$_id'}}}"))
                            .containsExactly(json("{_id: {a: 'x', b: 1}, p: [1, 2], f: 1, l: 3}"));
                }),
                both("$group puts what has no key under null, and equal numbers together", p -> {
                    p.given("{_id: 1, v: 1}", "{_id: 2, v: 1.0}", "{_id: 3, v: null}", "{_id: 4}");
                    assertThat(p.aggregate("{$group: {_id: '$v', n: {$sum: 1}}}", "{$sort: {_id: 1}}"))
                            .extracting(d -> d.get("n"))
                            .containsExactly(2, 2);
                }),
                both("$addToSet, $mergeObjects, $stdDevPop", p -> {
                    p.given("{v: 1, o: {a: 1}}", "{v: 3, o: {b: 2}}", "{v: 3}");
                    Document group = p.aggregate(
                                    "{$sort: {v: 1}}",
                                    "{$group: {_id: null, s: {$addToSet: '$v'}, m: {$mergeObjects: '$o'}}}")
                            .getFirst();
                    assertThat(group.getList("s", Integer.class)).containsExactlyInAnyOrder(1, 3);
                    assertThat(group.get("m")).isEqualTo(json("{a: 1, b: 2}"));
                    assertThat(p.aggregate(
                                    "{$match: {o: {$exists: true}}}", "{$group: {_id: null, s: {$stdDevPop: '$v'}}}"))
                            .containsExactly(json("{_id: null, s: 1.0}"));
                }),
                both("decimals sum exactly", p -> {
                    p.given(new Document("v", Decimal128.parse("0.1")), new Document("v", Decimal128.parse("0.2")));
                    assertThat(p.aggregate("{$group: {_id: null, s: {$sum: '$v'}, a: {$avg: '$v'}}}")
                                    .getFirst())
                            .containsEntry("s", Decimal128.parse("0.3"))
                            .containsEntry("a", Decimal128.parse("0.15"));
                }),
                both("text that begins with a dollar is only text", p -> {
                    p.given("{_id: 1, s: '$amount', amount: 5, d: {x: '$amount', y: {$literal: 1}}}"
                            .replace("{$literal: 1}", "'$$ROOT'"));
                    p.gives("'$s'", "$amount");
                    p.gives("'$d'", json("{x: '$amount', y: '$$ROOT'}"));
                    assertThat(p.aggregate("{$group: {_id: '$d'}}"))
                            .containsExactly(json("{_id: {x: '$amount', y: '$$ROOT'}}"));
                    p.gives("{$concat: ['$s', '!']}", "$amount!");
                }),
                both("$bucket", p -> {
                    for (int i = 0; i < 10; i++) {
                        p.given(new Document("v", i));
                    }
                    assertThat(
                                    p.aggregate(
                                            "{$bucket: {groupBy: '$v', boundaries: [0, 5, 8], default: 'o', output: {n: {$sum: 1}}}}"))
                            .containsExactly(json("{_id: 0, n: 5}"), json("{_id: 5, n: 3}"), json("{_id: 'o', n: 2}"));
                }),
                both("$sortByCount and $count", p -> {
                    p.given("{v: 1}", "{v: 2}", "{v: 2}");
                    assertThat(p.aggregate("{$sortByCount: '$v'}"))
                            .containsExactly(json("{_id: 2, count: 2}"), json("{_id: 1, count: 1}"));
                    assertThat(p.aggregate("{$match: {v: 2}}", "{$count: 'n'}")).containsExactly(json("{n: 2}"));
                    assertThat(p.aggregate("{$match: {v: 7}}", "{$count: 'n'}")).isEmpty();
                    assertThat(p.aggregate("{$limit: 2}", "{$count: 'n'}")).containsExactly(json("{n: 2}"));
                }),
                both("$facet", p -> {
                    p.given("{v: 1}", "{v: 2}");
                    assertThat(
                                    p.aggregate(
                                            "{$facet: {n: [{$count: 'c'}], p: [{$sort: {v: -1}}, {$limit: 1}, {$project: {_id: 0}}]}}"))
                            .containsExactly(json("{n: [{c: 2}], p: [{v: 2}]}"));
                }));
    }

    private static List<Feature> shapes() {
        return List.of(
                both("$project keeps, drops and computes", p -> {
                    p.given("{_id: 1, a: 1, b: {x: 1, y: 2}, r: [{n: 1, q: 2}]}");
                    assertThat(p.aggregate("{$project: {'b.x': 1, 'r.q': 1, c: {$add: ['$a', 1]}}}"))
                            .containsExactly(json("{_id: 1, b: {x: 1}, r: [{q: 2}], c: 2}"));
                    assertThat(p.aggregate("{$project: {b: 0, r: 0, _id: 0}}")).containsExactly(json("{a: 1}"));
                    assertThat(p.aggregate("{$project: {_id: 0, x: '$b.y', y: 'text', z: '$zz'}}"))
                            .containsExactly(json("{x: 2, y: 'text'}"));
                    refused(() -> p.aggregate("{$project: {a: 1, b: 0}}"));
                }),
                both("$addFields, $set, $unset, $replaceRoot, $replaceWith", p -> {
                    p.given("{_id: 1, a: 1, d: {x: 1}}");
                    assertThat(p.aggregate("{$addFields: {b: {$add: ['$a', 1]}, 'd.z': 5}}", "{$unset: ['a', 'd.x']}"))
                            .containsExactly(json("{_id: 1, d: {z: 5}, b: 2}"));
                    assertThat(p.aggregate("{$set: {a: '$$REMOVE', c: '$d.x'}}"))
                            .containsExactly(json("{_id: 1, d: {x: 1}, c: 1}"));
                    assertThat(p.aggregate("{$replaceRoot: {newRoot: '$d'}}")).containsExactly(json("{x: 1}"));
                    assertThat(p.aggregate("{$replaceWith: {$mergeObjects: ['$d', {y: 2}]}}"))
                            .containsExactly(json("{x: 1, y: 2}"));
                    refused(() -> p.aggregate("{$replaceWith: '$a'}"));
                }),
                both("$unwind", p -> {
                    p.given("{_id: 1, r: [1, 2]}", "{_id: 2}", "{_id: 3, r: []}", "{_id: 4, r: 7}");
                    assertThat(p.aggregate("{$unwind: '$r'}", "{$sort: {_id: 1, r: 1}}"))
                            .containsExactly(json("{_id: 1, r: 1}"), json("{_id: 1, r: 2}"), json("{_id: 4, r: 7}"));
                    assertThat(p.aggregate(
                                    "{$unwind: {path: '$r', preserveNullAndEmptyArrays: true, includeArrayIndex: 'i'}}",
                                    "{$sort: {_id: 1, i: 1}}"))
                            .hasSize(5)
                            .contains(json("{_id: 3, i: null}"), json("{_id: 1, r: 2, i: {$numberLong: '1'}}"));
                }),
                both("$unwind of a deep array, then $group", p -> {
                    p.given(
                            "{_id: 1, f: {r: [{k: 'a', q: 1}, {k: 'b', q: 2}]}, big: 'x'}",
                            "{_id: 2, f: {r: [{k: 'a', q: 5}]}}");
                    assertThat(p.aggregate(
                                    "{$unwind: '$f.r'}",
                                    "{$group: {_id: '$f.r.k', q: {$sum: '$f.r.q'}}}",
                                    "{$sort: {_id: 1}}"))
                            .containsExactly(json("{_id: 'a', q: 6}"), json("{_id: 'b', q: 2}"));
                }),
                both("$match, $sort, $skip, $limit anywhere", p -> {
                    for (int i = 0; i < 10; i++) {
                        p.given(new Document("_id", i).append("v", i % 5));
                    }
                    assertThat(p.aggregate(
                                    "{$addFields: {w: {$multiply: ['$v', 2]}}}",
                                    "{$match: {w: {$gte: 6}}}",
                                    "{$sort: {w: -1, _id: 1}}",
                                    "{$skip: 1}",
                                    "{$limit: 2}"))
                            .extracting(d -> d.get("_id"))
                            .containsExactly(9, 3);
                    assertThat(p.aggregate("{$sort: {v: 1, _id: -1}}", "{$limit: 5}", "{$skip: 2}", "{$limit: 2}"))
                            .extracting(d -> d.get("_id"))
                            .containsExactly(6, 1);
                }),
                both("$sample", p -> {
                    p.given("{_id: 1}", "{_id: 2}", "{_id: 3}");
                    assertThat(p.aggregate("{$sample: {size: 2}}")).hasSize(2);
                }),
                both("an unknown stage or expression is an error", p -> {
                    p.given("{_id: 1}");
                    refused(40324, () -> p.aggregate("{$foo: 1}"));
                    refused(() -> p.value("{$foo: 1}"));
                    refused(() -> p.aggregate("{$match: {}, $limit: 1}"));
                }));
    }

    private static List<Feature> lookups() {
        return List.of(
                both("$lookup by equality", p -> {
                    String other = p.other("{_id: 5, n: 'z'}", "{_id: 6, n: 'y'}");
                    p.given("{_id: 1, r: 5}", "{_id: 2, r: [5, 6]}", "{_id: 3}");
                    List<Document> found = p.aggregate(
                            "{$sort: {_id: 1}}",
                            "{$lookup: {from: '" + other + "', localField: 'r', foreignField: '_id', as: 'j'}}");
                    assertThat(found)
                            .extracting(d -> d.getList("j", Document.class).size())
                            .containsExactly(1, 2, 0);
                }),
                both("$lookup of a missing value finds null and missing", p -> {
                    String other = p.other("{_id: 5, k: null}", "{_id: 6}", "{_id: 7, k: 1}");
                    p.given("{_id: 1}");
                    assertThat(p.aggregate("{$lookup: {from: '" + other
                                            + "', localField: 'r', foreignField: 'k', as: 'j'}}")
                                    .getFirst()
                                    .getList("j", Document.class))
                            .hasSize(2);
                }),
                both("$lookup with a pipeline and variables", p -> {
                    String other = p.other("{_id: 5, n: 'z', q: 1}", "{_id: 6, n: 'y', q: 9}");
                    p.given("{_id: 1, r: 5, min: 3}");
                    assertThat(p.aggregate("{$lookup: {from: '" + other + "', let: {r: '$r', m: '$min'}, pipeline: ["
                                            + "{$match: {$expr: {$gt: ['$q', '$$m']}}}, {$project: {n: 1}}], as: 'j'}}")
                                    .getFirst()
                                    .get("j"))
                            .isEqualTo(List.of(json("{_id: 6, n: 'y'}")));
                    assertThat(p.aggregate("{$lookup: {from: '" + other + "', localField: 'r', foreignField: '_id', "
                                            + "pipeline: [{$project: {n: 1, _id: 0}}], as: 'j'}}")
                                    .getFirst()
                                    .get("j"))
                            .isEqualTo(List.of(json("{n: 'z'}")));
                }));
    }

    private static List<Feature> refusals() {
        return List.of(
                never(
                        "$graphLookup",
                        p -> p.aggregate("{$graphLookup: {from: 'x', startWith: '$p', connectFromField: 'p', "
                                + "connectToField: '_id', as: 'a'}}")),
                never("$merge", p -> p.aggregate("{$merge: {into: 'x'}}")),
                never("$out", p -> p.aggregate("{$out: 'x'}")),
                never("$redact", p -> p.aggregate("{$redact: '$$KEEP'}")),
                never("$indexStats", p -> p.aggregate("{$indexStats: {}}")),
                never("$collStats", p -> p.aggregate("{$collStats: {count: {}}}")),
                realOnly("$bucketAuto", p -> {
                    p.given("{v: 1}", "{v: 2}");
                    assertThat(p.aggregate("{$bucketAuto: {groupBy: '$v', buckets: 2}}"))
                            .hasSize(2);
                }),
                realOnly("$setWindowFields", p -> {
                    p.given("{v: 1}", "{v: 2}");
                    assertThat(p.aggregate("{$setWindowFields: {sortBy: {v: 1}, output: {r: {$rank: {}}}}}"))
                            .hasSize(2);
                }),
                realOnly("$unionWith", p -> {
                    p.given("{v: 1}");
                    assertThat(p.aggregate("{$unionWith: '" + p.other("{v: 2}") + "'}"))
                            .hasSize(2);
                }),
                realOnly("$densify", p -> {
                    p.given("{v: 1}", "{v: 3}");
                    assertThat(p.aggregate("{$densify: {field: 'v', range: {step: 1, bounds: 'full'}}}"))
                            .hasSize(3);
                }),
                realOnly(
                        "$documents",
                        p -> assertThat(p.database()
                                        .aggregate(List.of(json("{$documents: [{a: 1}]}")))
                                        .into(new ArrayList<>()))
                                .hasSize(1)),
                realOnly("$dateTrunc", p -> {
                    p.given(new Document("t", new Date(0)));
                    p.gives("{$dateTrunc: {date: '$t', unit: 'month'}}", new Date(0));
                }),
                realOnly("$dateDiff", p -> {
                    p.given(new Document("t", new Date(0)));
                    p.gives("{$dateDiff: {startDate: '$t', endDate: '$t', unit: 'day'}}", 0L);
                }),
                realOnly("$dateToParts", p -> {
                    p.given(new Document("t", new Date(0)));
                    assertThat(p.value("{$dateToParts: {date: '$t'}}")).isNotNull();
                }),
                realOnly("$zip", p -> {
                    p.given("{_id: 1}");
                    assertThat(p.value("{$zip: {inputs: [[1], [2]]}}")).isEqualTo(List.of(List.of(1, 2)));
                }),
                never("$function", p -> {
                    p.given("{_id: 1}");
                    p.value("{$function: {body: 'function() {return 1}', args: [], lang: 'js'}}");
                }),
                never("$percentile", p -> {
                    p.given("{v: 1}");
                    p.aggregate(
                            "{$group: {_id: null, x: {$percentile: {input: '$v', p: [0.5], method: 'approximate'}}}}");
                }),
                never(
                        "collation in aggregate",
                        p -> p.records()
                                .aggregate(List.of(json("{$match: {}}")))
                                .collation(com.mongodb.client.model.Collation.builder()
                                        .locale("ja")
                                        .build())
                                .first()));
    }
}
