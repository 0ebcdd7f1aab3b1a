package org.mimamori.server.wiring;

import java.time.Clock;
import org.mimamori.engine.app.AppCatalog;
import org.mimamori.engine.change.ChangeStore;
import org.mimamori.engine.change.Transactions;
import org.mimamori.engine.file.BlobStore;
import org.mimamori.engine.file.FileStore;
import org.mimamori.engine.plugin.AppPlugins;
import org.mimamori.engine.plugin.PluginStore;
import org.mimamori.engine.plugin.Plugins;
import org.mimamori.engine.settings.Previews;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Plug-ins of the site and of its apps. */
@Configuration(proxyBeanMethods = false)
class PluginWiring {

    @Bean
    Plugins plugins(
            PluginStore store,
            AppCatalog catalog,
            FileStore files,
            BlobStore blobs,
            ChangeStore changes,
            Transactions transactions,
            Clock clock) {
        return new Plugins(store, catalog, files, blobs, changes, transactions, clock);
    }

    @Bean
    AppPlugins appPlugins(PluginStore store, Previews previews) {
        return new AppPlugins(store, previews);
    }
}
