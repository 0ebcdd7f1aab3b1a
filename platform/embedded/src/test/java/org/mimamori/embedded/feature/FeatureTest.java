package org.mimamori.embedded.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.bson.UuidRepresentation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mimamori.embedded.EmbeddedMongo;
import org.mimamori.embedded.EmbeddedSettings;

/** Runs the whole feature list on the embedded store. */
class FeatureTest {

    private static EmbeddedMongo mongo;
    private static MongoClient client;

    static List<Feature> all() {
        List<Feature> all = new ArrayList<>();
        all.addAll(QueryFeatures.all());
        all.addAll(WriteFeatures.all());
        all.addAll(IndexFeatures.all());
        all.addAll(AggregationFeatures.all());
        all.addAll(ExpressionFeatures.all());
        all.addAll(ServerFeatures.all());
        return all;
    }

    static MongoClient connect(String connectionString) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(connectionString))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build());
    }

    @BeforeAll
    static void start() {
        mongo = EmbeddedMongo.start(EmbeddedSettings.inMemory().withWriterPatience(Duration.ofMillis(200)));
        client = connect(mongo.connectionString());
    }

    @AfterAll
    static void stop() {
        client.close();
        mongo.close();
    }

    @TestFactory
    Stream<DynamicTest> onTheEmbeddedStore() {
        return all().stream()
                .map(feature -> DynamicTest.dynamicTest(feature.on() + " " + feature.name(), () -> check(feature)));
    }

    private static void check(Feature feature) throws Exception {
        Probe probe = Probe.on(client);
        switch (feature.on()) {
            case BOTH -> feature.check().run(probe);
            case REAL_ONLY, NEVER ->
                assertThatThrownBy(() -> feature.check().run(probe))
                        .as("must be refused, not ignored")
                        .isInstanceOf(MongoException.class);
        }
    }

    @Test
    void namesAreUniqueAndThereAreMany() {
        List<String> names = all().stream().map(Feature::name).toList();
        assertThat(new HashSet<>(names)).hasSameSizeAs(names);
        assertThat(names).hasSizeGreaterThan(120);
    }
}
