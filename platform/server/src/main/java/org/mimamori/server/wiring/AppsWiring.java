package org.mimamori.server.wiring;

import java.time.Clock;
import java.util.Locale;
import org.mimamori.engine.app.AppFolder;
import org.mimamori.engine.app.AppInstaller;
import org.mimamori.engine.app.AppStore;
import org.mimamori.engine.app.CompiledApps;
import org.mimamori.engine.app.DefinitionMessages;
import org.mimamori.engine.app.DefinitionReader;
import org.mimamori.engine.app.PreviewMaker;
import org.mimamori.engine.change.Transactions;
import org.mimamori.engine.field.FieldTypes;
import org.mimamori.engine.file.FileStore;
import org.mimamori.engine.job.DeployJobs;
import org.mimamori.engine.job.JobStore;
import org.mimamori.engine.record.Apps;
import org.mimamori.engine.settings.AppTemplates;
import org.mimamori.engine.settings.AppearanceSettings;
import org.mimamori.engine.settings.FormSettings;
import org.mimamori.engine.settings.GuardedPreviews;
import org.mimamori.engine.settings.Previews;
import org.mimamori.engine.settings.SettingsHistory;
import org.mimamori.server.settings.MimamoriSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How app definitions become live apps. */
@Configuration(proxyBeanMethods = false)
class AppsWiring {

    @Bean
    FieldTypes fieldTypes() {
        return FieldTypes.standard();
    }

    @Bean
    DefinitionReader definitionReader(FieldTypes types, Clock clock) {
        return new DefinitionReader(types, clock);
    }

    @Bean
    CompiledApps appCatalog(AppStore store, DefinitionReader reader, Clock clock) {
        return new CompiledApps(store, reader, clock);
    }

    @Bean
    AppInstaller appInstaller(DefinitionReader reader, AppStore store, CompiledApps apps, Clock clock, JobStore jobs) {
        return new AppInstaller(reader, store, apps, clock, new DeployJobs(jobs));
    }

    @Bean
    PreviewMaker previewMaker(DefinitionReader reader, Clock clock) {
        return new PreviewMaker(reader, clock);
    }

    @Bean
    Previews previews(Apps apps, CompiledApps catalog, AppStore store, PreviewMaker maker, AppInstaller installer) {
        return new GuardedPreviews(apps, catalog, store, maker, installer);
    }

    @Bean
    SettingsHistory settingsHistory(Previews previews, AppStore store, MimamoriSettings settings) {
        return new SettingsHistory(previews, store, settings.deletedFields());
    }

    @Bean
    AppTemplates appTemplates(Previews previews, CompiledApps catalog, AppStore store, PreviewMaker maker) {
        return new AppTemplates(previews, catalog, store, maker);
    }

    @Bean
    FormSettings formSettings(Previews previews, Apps apps, DefinitionReader reader, FieldTypes types) {
        return new FormSettings(previews, apps, reader, types);
    }

    @Bean
    AppearanceSettings appearanceSettings(Previews previews, FileStore files, Transactions transactions) {
        return new AppearanceSettings(previews, files, transactions);
    }

    @Bean
    DefinitionMessages definitionMessages() {
        return new DefinitionMessages();
    }

    @Bean
    AppFolder appFolder(MimamoriSettings settings, AppInstaller installer, DefinitionMessages messages) {
        return new AppFolder(settings.apps(), installer, messages, Locale.of(settings.language()));
    }
}
