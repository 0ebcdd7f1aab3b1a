package org.mimamori.embedded.feature;

import com.mongodb.client.MongoClient;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mimamori.embedded.feature.Feature.On;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mongodb.MongoDBContainer;

/**
 * Runs the same feature list on a real MongoDB: the one that {@code MIMAMORI_TEST_MONGO_URI} names, else one in a
 * container. Without either the test is reported as skipped, and says so aloud.
 */
class RealMongoFeatureTest {

    private static final Logger LOG = LoggerFactory.getLogger(RealMongoFeatureTest.class);
    private static final String WHY_NOT =
            "SKIPPED: no Docker and no MIMAMORI_TEST_MONGO_URI, so the feature list was not compared with a real MongoDB";

    private static MongoDBContainer container;
    private static MongoClient client;

    @BeforeAll
    static void start() {
        String uri = System.getenv("MIMAMORI_TEST_MONGO_URI");
        if (uri == null && DockerClientFactory.instance().isDockerAvailable()) {
            container = new MongoDBContainer("mongo:8").withReplicaSet();
            container.start();
            uri = container.getReplicaSetUrl();
        }
        if (uri == null) {
            LOG.warn(WHY_NOT);
        } else {
            client = FeatureTest.connect(uri);
            client.getDatabase("features").drop();
        }
    }

    /** A test of its own, because a test factory that is skipped as a whole is not counted. */
    @Test
    void thereIsARealMongoToCompareWith() {
        Assumptions.assumeTrue(client != null, WHY_NOT);
    }

    @AfterAll
    static void stop() {
        if (client != null) {
            client.close();
        }
        if (container != null) {
            container.stop();
        }
    }

    @TestFactory
    Stream<DynamicTest> onARealMongo() {
        Stream<Feature> features = client == null ? Stream.empty() : FeatureTest.all().stream();
        return features.filter(feature -> feature.on() != On.NEVER)
                .map(feature -> DynamicTest.dynamicTest(
                        feature.on() + " " + feature.name(),
                        () -> feature.check().run(Probe.on(client))));
    }
}
