package org.mimamori.embedded.feature;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mimamori.embedded.feature.Feature.both;
import static org.mimamori.embedded.feature.Feature.never;
import static org.mimamori.embedded.feature.Probe.json;
import static org.mimamori.embedded.feature.Probe.refused;

import com.mongodb.client.model.Collation;
import com.mongodb.client.model.IndexOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** Indexes. */
final class IndexFeatures {

    private IndexFeatures() {}

    private static IndexOptions unique() {
        return new IndexOptions().unique(true);
    }

    static List<Feature> all() {
        List<Feature> all = new ArrayList<>();
        all.addAll(uniqueness());
        all.addAll(management());
        all.addAll(refusals());
        return all;
    }

    private static List<Feature> uniqueness() {
        return List.of(
                both("unique, on insert and on update", p -> {
                    p.records().createIndex(json("{a: 1}"), unique());
                    p.given("{_id: 1, a: 1}", "{_id: 2, a: 2}");
                    refused(11000, () -> p.given("{a: 1}"));
                    refused(11000, () -> p.update("{_id: 2}", "{$set: {a: 1}}"));
                    p.update("{_id: 2}", "{$set: {a: 3}}");
                    p.given("{_id: 4, a: 2}");
                }),
                both("unique: a missing field counts as null", p -> {
                    p.records().createIndex(json("{a: 1}"), unique());
                    p.given("{_id: 1}");
                    refused(11000, () -> p.given("{_id: 2}"));
                }),
                both("unique and sparse", p -> {
                    p.records().createIndex(json("{a: 1}"), unique().sparse(true));
                    p.given("{_id: 1}", "{_id: 2}", "{_id: 3, a: 5}");
                    refused(11000, () -> p.given("{_id: 4, a: 5}"));
                    p.finds("{a: null}", 1, 2);
                }),
                both("unique and partial", p -> {
                    p.records().createIndex(json("{a: 1}"), unique().partialFilterExpression(json("{live: true}")));
                    p.given("{_id: 1, a: 1, live: false}", "{_id: 2, a: 1, live: false}", "{_id: 3, a: 1, live: true}");
                    refused(11000, () -> p.given("{_id: 4, a: 1, live: true}"));
                    refused(11000, () -> p.update("{_id: 1}", "{$set: {live: true}}"));
                    p.finds("{a: 1}", 1, 2, 3);
                    p.finds("{a: 1, live: true}", 3);
                }),
                both("unique over two fields", p -> {
                    p.records().createIndex(json("{app: 1, no: 1}"), unique());
                    p.given("{app: 1, no: 1}", "{app: 1, no: 2}", "{app: 2, no: 1}");
                    refused(11000, () -> p.given("{app: 2, no: 1}"));
                }),
                both("unique over the elements of arrays", p -> {
                    p.records().createIndex(json("{t: 1}"), unique());
                    p.given("{_id: 1, t: ['a', 'b', 'a']}");
                    refused(11000, () -> p.given("{_id: 2, t: ['b']}"));
                }),
                both("a unique index over duplicates is not built", p -> {
                    p.given("{a: 1}", "{a: 1}");
                    refused(11000, () -> p.records().createIndex(json("{a: 1}"), unique()));
                    assertThat(p.records().listIndexes().into(new ArrayList<>()))
                            .hasSize(1);
                }),
                both("two arrays side by side cannot be indexed", p -> {
                    p.records().createIndex(json("{a: 1, b: 1}"));
                    p.given("{_id: 1, a: [1, 2], b: 3}");
                    refused(171, () -> p.given("{_id: 2, a: [1], b: [1]}"));
                }));
    }

    private static List<Feature> management() {
        return List.of(
                both("listIndexes shows keys and options", p -> {
                    p.records()
                            .createIndex(
                                    json("{a: 1, b: -1}"), unique().sparse(true).name("x"));
                    Document index =
                            p.records().listIndexes().into(new ArrayList<>()).get(1);
                    assertThat(index.get("key")).isEqualTo(json("{a: 1, b: -1}"));
                    assertThat(index)
                            .containsEntry("unique", true)
                            .containsEntry("sparse", true)
                            .containsEntry("name", "x");
                }),
                both("dropIndex", p -> {
                    p.given("{a: 1}");
                    String name = p.records().createIndex(json("{a: 1}"));
                    p.records().dropIndex(name);
                    assertThat(p.records().listIndexes().into(new ArrayList<>()))
                            .hasSize(1);
                    refused(27, () -> p.records().dropIndex("zz"));
                }),
                both("creating an index twice is no error, in another shape it is", p -> {
                    p.records().createIndex(json("{a: 1}"), new IndexOptions().name("n"));
                    p.records().createIndex(json("{a: 1}"), new IndexOptions().name("n"));
                    refused(86, () -> p.records().createIndex(json("{b: 1}"), new IndexOptions().name("n")));
                    refused(85, () -> p.records().createIndex(json("{a: 1}"), new IndexOptions().name("m")));
                }),
                both("explain names the index it uses", p -> {
                    for (int i = 0; i < 100; i++) {
                        p.given(new Document("a", i));
                    }
                    p.records().createIndex(json("{a: 1}"));
                    assertThat(p.records().find(eq("a", 5)).explain().toJson()).contains("IXSCAN", "a_1");
                    assertThat(p.records().find(eq("b", 5)).explain().toJson()).contains("COLLSCAN");
                }),
                both("a TTL index is kept and listed", p -> {
                    p.records().createIndex(json("{t: 1}"), new IndexOptions().expireAfter(3600L, TimeUnit.SECONDS));
                    Document index =
                            p.records().listIndexes().into(new ArrayList<>()).get(1);
                    assertThat(((Number) index.get("expireAfterSeconds")).longValue())
                            .isEqualTo(3600);
                }));
    }

    private static List<Feature> refusals() {
        return List.of(
                never("a text index", p -> p.records().createIndex(json("{s: 'text'}"))),
                never("a wildcard index", p -> p.records().createIndex(json("{'f.$**': 1}"))),
                never("a hashed index", p -> p.records().createIndex(json("{a: 'hashed'}"))),
                never("a 2dsphere index", p -> p.records().createIndex(json("{a: '2dsphere'}"))),
                never(
                        "an index with a collation",
                        p -> p.records()
                                .createIndex(
                                        json("{a: 1}"),
                                        new IndexOptions()
                                                .collation(Collation.builder()
                                                        .locale("en")
                                                        .build()))),
                never("a hidden index", p -> p.records().createIndex(json("{a: 1}"), new IndexOptions().hidden(true))),
                never("an index on one position of an array", p -> p.records().createIndex(json("{'a.0': 1}"))));
    }
}
