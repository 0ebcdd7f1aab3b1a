package org.mimamori.engine.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.directory.EntityRef;

/** The apps we ship are sound, and complete in both languages. */
class ShippedAppsTest {

    private final InMemoryAppStore store = new InMemoryAppStore();
    private final DefinitionReader reader = Definitions.reader();
    private final CompiledApps apps = new CompiledApps(store, reader, Definitions.CLOCK);
    private final AppInstaller installer = new AppInstaller(reader, store, apps, Definitions.CLOCK);

    @Test
    void allOfThemInstallTogetherWithoutAProblem() {
        List<DefinitionSource> sources =
                ShippedApps.definitions().stream().map(ShippedApps::source).toList();

        AppInstaller.Installed installed = installer.installAll(sources, EntityRef.user("Administrator"));

        DefinitionMessages messages = new DefinitionMessages();
        assertThat(installed.problems().stream().map(problem -> messages.line(problem, java.util.Locale.ENGLISH)))
                .isEmpty();
        assertThat(installed.live()).hasSameSizeAs(sources);
        assertThat(apps.all()).extracting(AppDefinition::code).contains("child_register", "att_daily", "contact_log");
    }
}
