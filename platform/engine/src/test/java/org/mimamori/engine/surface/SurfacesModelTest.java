package org.mimamori.engine.surface;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mimamori.engine.store.TestStores;

/**
 * Random people, rights and records before every surface: each agrees with the rules written down plainly, and nothing
 * a person may not see is in anything it is given.
 *
 * <p>A case is one person, one set of rights of the two linked apps, and one record. Lists, totals and {@code evaluate}
 * tell of every record of every case; what is asked record by record (get, write, comments, history, files, related
 * records) is asked of some of them, chosen anew for each person and surface. Rights are made anew for every 6 people,
 * and those 6 people look at 24 records.
 *
 * <p>{@code -Dmimamori.surface.cases=1000000} asks for more, {@code -Dmimamori.surface.seed=N} begins with the world of
 * that number.
 */
class SurfacesModelTest {

    private static final int CASES = Integer.getInteger("mimamori.surface.cases", 10_000);
    private static final long FIRST = Long.getLong("mimamori.surface.seed", 1L);

    @RegisterExtension
    static final TestStores STORES = TestStores.embedded();

    @Test
    void everySurfaceAgreesWithTheRulesAndTellsNothingHidden() {
        Worlds worlds = new Worlds(new Installation(STORES.get(), Clock.systemUTC()), 12, 12, 6);
        int cases = 0;
        for (long seed = FIRST; cases < CASES; seed++) {
            cases += worlds.run(seed, SurfacesModelTest::look);
        }
    }

    private static void look(Scene scene) {
        for (Surface surface : Surface.ALL) {
            try {
                surface.check(scene);
            } catch (RuntimeException | AssertionError failed) {
                throw new AssertionError(surface.getClass().getSimpleName() + ": " + failed.getMessage(), failed);
            }
        }
    }
}
