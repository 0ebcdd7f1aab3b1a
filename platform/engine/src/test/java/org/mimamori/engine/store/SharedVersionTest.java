package org.mimamori.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.data.mongodb.core.MongoTemplate;

class SharedVersionTest {

    @RegisterExtension
    static final TestStores STORES = TestStores.embedded();

    private final AtomicLong nanos = new AtomicLong();

    private SharedVersion version(LongSupplier clock) {
        Counters counters = new Counters(new MongoAccess(new MongoTemplate(STORES.client(), STORES.database())));
        return new SharedVersion(counters, "directory", Duration.ofMillis(500), clock);
    }

    @Test
    void isGoodForAMomentAndThenReadAgain() {
        SharedVersion here = version(nanos::get);
        SharedVersion elsewhere = version(nanos::get);
        long before = here.read();
        elsewhere.raise();

        nanos.addAndGet(Duration.ofMillis(499).toNanos());
        assertThat(here.read()).isEqualTo(before);

        nanos.addAndGet(Duration.ofMillis(1).toNanos());
        assertThat(here.read()).isEqualTo(before + 1);
    }

    @Test
    void isSeenAtOnceWhereItWasRaised() {
        SharedVersion here = version(nanos::get);
        long before = here.read();
        here.raise();
        here.forget();

        assertThat(here.read()).isEqualTo(before + 1);
    }
}
