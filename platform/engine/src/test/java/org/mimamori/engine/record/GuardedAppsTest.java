package org.mimamori.engine.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.field.FieldTypes;
import org.mimamori.engine.permission.Access;
import org.mimamori.engine.permission.Right;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.store.TestStores;

/** The place of an app comes before its rights, whichever way one looks at it. */
class GuardedAppsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-04-15T00:00:00Z"), Office.TOKYO);

    @RegisterExtension
    static final TestStores STORES = TestStores.embedded(CLOCK);

    private static Office office;

    @BeforeAll
    static void open() {
        office = new Office(STORES.get(), FieldTypes.standard(), CLOCK);
        office.installShippedApps();
    }

    /** Everything is as open as said, for everybody. */
    private static GuardedApps apps(AppPlaces.Standing standing) {
        AppPlaces places = new AppPlaces() {
            @Override
            public Optional<AppPlace> of(AppId app) {
                return Optional.of(new AppPlace(1, 1));
            }

            @Override
            public Standing standing(Actor actor, AppId app) {
                return standing;
            }

            @Override
            public boolean mayEnter(Actor actor, long space) {
                return false;
            }
        };
        return new GuardedApps(office.catalog, office.directory, places, CLOCK);
    }

    private static Problem refusal(ThrowingCallable call) {
        return catchThrowableOfType(PlatformException.class, call).problem();
    }

    @Test
    void givesTheRightsOfWhoMayEnter() {
        GuardedApps apps = apps(AppPlaces.Standing.OPEN);
        Actor coordinator = office.person("coordinator");

        assertThat(apps.access(coordinator, office.app("att_daily")).may(Right.VIEW))
                .isTrue();
        assertThat(apps.all(coordinator)).isNotEmpty();
    }

    @Test
    void givesNothingToWhoMayNotEnterWhateverTheRightsSay() {
        Actor coordinator = office.person("coordinator");
        AppDefinition app = office.app("att_daily");

        for (AppPlaces.Standing shut : List.of(AppPlaces.Standing.HIDDEN, AppPlaces.Standing.BY_GUEST_PATH)) {
            GuardedApps apps = apps(shut);
            assertThat(apps.access(coordinator, app)).isEqualTo(Access.NONE);
            assertThat(Arrays.stream(Right.values()).filter(apps.access(coordinator, app)::may))
                    .isEmpty();
            assertThat(apps.all(coordinator)).isEmpty();
        }
        GuardedApps hidden = apps(AppPlaces.Standing.HIDDEN);
        assertThat(refusal(() -> hidden.get(coordinator, app.id())))
                .isEqualTo(new Problem.AppNotFound(app.id().toString()));
        assertThat(refusal(() -> hidden.getByCode(coordinator, app.code())))
                .as("its number would betray that it is there")
                .isEqualTo(new Problem.AppNotFound(app.code()));
        assertThat(refusal(() -> apps(AppPlaces.Standing.BY_GUEST_PATH).get(coordinator, app.id())))
                .isEqualTo(new Problem.InGuestSpace());
    }
}
