package org.mimamori.engine.store;

import org.junit.jupiter.api.extension.RegisterExtension;

/** The contracts on the embedded server. */
class EmbeddedStoresTest extends AllContracts {

    @RegisterExtension
    static final TestStores STORES = TestStores.embedded(CLOCK);

    @Override
    protected TestStores testStores() {
        return STORES;
    }
}
