package org.mimamori.engine.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.mongodb.MongoDBContainer;

/** The contracts on a MongoDB replica set in a container; skipped, and said so, where there are no containers. */
@Testcontainers(disabledWithoutDocker = true)
class MongoStoresIT extends AllContracts {

    @Container
    static final MongoDBContainer MONGODB = new MongoDBContainer("mongo:8.0").withReplicaSet();

    @RegisterExtension
    static final TestStores STORES = TestStores.at(MONGODB::getReplicaSetUrl, CLOCK);

    @Override
    protected TestStores testStores() {
        return STORES;
    }
}
