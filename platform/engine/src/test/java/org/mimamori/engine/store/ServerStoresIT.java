package org.mimamori.engine.store;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The contracts on whatever replica set {@code MIMAMORI_TEST_MONGODB_URI} names; each run uses a database of its own.
 */
@EnabledIfEnvironmentVariable(named = ServerStoresIT.URI, matches = "mongodb.+", disabledReason = "no server is named")
class ServerStoresIT extends AllContracts {

    static final String URI = "MIMAMORI_TEST_MONGODB_URI";

    @RegisterExtension
    static final TestStores STORES = TestStores.at(() -> System.getenv(URI), CLOCK);

    @Override
    protected TestStores testStores() {
        return STORES;
    }
}
