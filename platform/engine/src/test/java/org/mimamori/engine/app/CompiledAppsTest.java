package org.mimamori.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.RelatedApp;
import tools.jackson.databind.node.ObjectNode;

/** The one cache: what it keeps, and when it looks again. */
class CompiledAppsTest {

    private static final EntityRef YAMADA = EntityRef.user("yamada");

    private final InMemoryAppStore store = new InMemoryAppStore();
    private final DefinitionReader reader = Definitions.reader();
    private final TestClock clock = new TestClock();
    private final CompiledApps apps = new CompiledApps(store, reader, clock);

    /** Another process over the same store. */
    private final AppInstaller elsewhere =
            new AppInstaller(reader, store, new CompiledApps(store, reader, clock), clock);

    @Test
    void asksTheStoreOnceForManyReadsWithinHalfASecond() {
        apps.all();
        int before = store.revisionChecks();

        clock.pass(Duration.ofMillis(499));
        apps.all();
        apps.find(new AppId(1));
        apps.findByCode("household");

        assertThat(store.revisionChecks()).isEqualTo(before);
    }

    @Test
    void seesAChangeOfAnotherProcessAfterHalfASecond() {
        assertThat(apps.all()).isEmpty();
        elsewhere.install(Definitions.source(Definitions.household()), YAMADA);
        assertThat(apps.all()).isEmpty();

        clock.pass(Duration.ofMillis(500));

        assertThat(apps.all()).extracting(AppDefinition::code).containsExactly("household");
    }

    @Test
    void looksAgainEvenWhenTheClockWasSetBack() {
        apps.all();
        elsewhere.install(Definitions.source(Definitions.household()), YAMADA);

        clock.pass(Duration.ofHours(-1));

        assertThat(apps.all()).hasSize(1);
    }

    @Test
    void compilesOncePerRevision() {
        elsewhere.install(Definitions.source(Definitions.household()), YAMADA);
        AppDefinition first = apps.findByCode("household").orElseThrow();
        int read = store.read().size();

        clock.pass(Duration.ofSeconds(5));
        assertThat(apps.findByCode("household").orElseThrow()).isSameAs(first);
        assertThat(store.read()).hasSize(read);

        ObjectNode changed = Definitions.household();
        changed.put("name", "家庭");
        elsewhere.install(Definitions.source(changed), YAMADA);
        clock.pass(Duration.ofSeconds(5));
        assertThat(apps.findByCode("household").orElseThrow().name().base()).isEqualTo("家庭");
    }

    @Test
    void showsAnOwnSaveAtOnce() {
        AppInstaller here = new AppInstaller(reader, store, apps, clock);
        assertThat(apps.all()).isEmpty();

        AppDefinition app = here.install(Definitions.source(Definitions.household()), YAMADA);

        assertThat(apps.all()).containsExactly(app);
    }

    @Test
    void forgetsAnAppThatIsGone() {
        AppDefinition app = elsewhere.install(Definitions.source(Definitions.household()), YAMADA);
        assertThat(apps.all()).hasSize(1);
        store.remove(app.id());

        clock.pass(Duration.ofSeconds(5));

        assertThat(apps.all()).isEmpty();
        assertThat(apps.find(app.id())).isEmpty();
    }

    @Test
    void leavesOutAnAppThatThisProgramCannotRead() {
        elsewhere.install(Definitions.source(Definitions.household()), YAMADA);
        ObjectNode newer = Definitions.household();
        newer.put("code", "shelter");
        elsewhere.install(Definitions.source(newer), YAMADA);
        StoredApp shelter = store.findByCode("shelter").orElseThrow();
        shelter.json().put("hologram", true);

        assertThat(apps.all()).extracting(AppDefinition::code).containsExactly("household");
    }

    @Test
    void findsAnAppAsDefinitionsNameIt() {
        AppDefinition app = new AppInstaller(reader, store, apps, clock)
                .install(Definitions.source(Definitions.household()), YAMADA);

        assertThat(apps.find(new RelatedApp("", "household"))).contains(app);
        assertThat(apps.find(new RelatedApp("1", ""))).contains(app);
        assertThat(apps.find(new RelatedApp("1", "shelter")))
                .as("the code wins")
                .isEmpty();
        assertThat(apps.find(new RelatedApp("2", ""))).isEmpty();
        assertThat(apps.find(new RelatedApp("", ""))).isEmpty();
    }

    /** A clock that stands until told to move. */
    private static final class TestClock extends Clock {

        private Instant now = Definitions.CLOCK.instant();

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
