package org.mimamori.engine.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.app.AppInstaller;
import org.mimamori.engine.app.AppStore;
import org.mimamori.engine.app.CompiledApps;
import org.mimamori.engine.app.DefinitionReader;
import org.mimamori.engine.app.PreviewMaker;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.field.FieldTypes;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.record.AppPlaces;
import org.mimamori.engine.record.GuardedApps;
import org.mimamori.engine.store.MovableClock;
import org.mimamori.engine.store.TestStores;

/** Somebody edits settings while somebody else deploys them. */
class DeploymentConflictTest {

    private static final MovableClock CLOCK = new MovableClock();
    private static final Actor PLATFORM = new Actor.Platform("test", ZoneId.of("Asia/Tokyo"));

    @RegisterExtension
    static final TestStores STORES = TestStores.embedded(CLOCK);

    private final DefinitionReader reader = new DefinitionReader(FieldTypes.standard(), CLOCK);

    /** @param meanwhile done between the reading of the preview and its deployment */
    private Previews previews(Runnable meanwhile) {
        AppStore store = STORES.get().apps();
        CompiledApps catalog = new CompiledApps(store, reader, CLOCK);
        AppInstaller installer = new AppInstaller(reader, interrupted(store, meanwhile), catalog, CLOCK);
        GuardedApps apps = new GuardedApps(catalog, new Directory(STORES.get().directory()), AppPlaces.NOWHERE, CLOCK);
        return new GuardedPreviews(apps, catalog, store, new PreviewMaker(reader, CLOCK), installer);
    }

    /** A store to which something happens when a deployment comes. */
    private static AppStore interrupted(AppStore store, Runnable meanwhile) {
        InvocationHandler handler = (proxy, method, args) -> {
            if (method.getName().equals("deploy")) {
                meanwhile.run();
            }
            try {
                return method.invoke(store, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return (AppStore)
                Proxy.newProxyInstance(AppStore.class.getClassLoader(), new Class<?>[] {AppStore.class}, handler);
    }

    @Test
    void losesNoEditThatCameBetween() {
        Previews other = previews(() -> {});
        AppId app = other.create(PLATFORM, "見守り").app().id();
        Previews deploying = previews(() -> rename(other, app, "見守り二"));

        assertThatThrownBy(() -> deploy(deploying, app))
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        e -> assertThat(e.problem()).isInstanceOf(Problem.SettingsConflict.class));

        assertThat(STORES.get().apps().find(app)).isEmpty();
        deploy(other, app);
        assertThat(STORES.get()
                        .apps()
                        .find(app)
                        .orElseThrow()
                        .json()
                        .path("name")
                        .asString())
                .isEqualTo("見守り二");
        assertThat(STORES.get().apps().preview(app)).isEmpty();
    }

    private static void rename(Previews previews, AppId app, String name) {
        previews.change(PLATFORM, app, Previews.ANY, edit -> edit.json().put("name", name));
    }

    private static void deploy(Previews previews, AppId app) {
        previews.deploy(PLATFORM, List.of(new Previews.AppRevision(app, Previews.ANY)));
    }
}
