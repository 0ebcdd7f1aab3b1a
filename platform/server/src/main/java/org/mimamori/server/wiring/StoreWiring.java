package org.mimamori.server.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.mimamori.embedded.EmbeddedMongo;
import org.mimamori.embedded.EmbeddedSettings;
import org.mimamori.engine.app.AppStore;
import org.mimamori.engine.change.ChangeStore;
import org.mimamori.engine.change.Transactions;
import org.mimamori.engine.comment.CommentStore;
import org.mimamori.engine.directory.DirectoryRegister;
import org.mimamori.engine.file.BlobStore;
import org.mimamori.engine.file.FileStore;
import org.mimamori.engine.imports.ImportStore;
import org.mimamori.engine.inbox.InboxStore;
import org.mimamori.engine.job.JobStore;
import org.mimamori.engine.notify.CrossingStore;
import org.mimamori.engine.notify.ReminderStore;
import org.mimamori.engine.oauth.OAuthStore;
import org.mimamori.engine.plugin.PluginStore;
import org.mimamori.engine.record.AdviceStore;
import org.mimamori.engine.record.PurgeStore;
import org.mimamori.engine.record.RecordStore;
import org.mimamori.engine.report.ReportStore;
import org.mimamori.engine.report.SnapshotStore;
import org.mimamori.engine.space.SpaceStore;
import org.mimamori.engine.store.MongoStores;
import org.mimamori.engine.store.StoreSettings;
import org.mimamori.engine.webhook.DeliveryStore;
import org.mimamori.engine.webhook.WebhookSecrets;
import org.mimamori.server.settings.MimamoriSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where everything is kept: in the embedded store below the data folder, or in a MongoDB replica set. */
@Configuration(proxyBeanMethods = false)
class StoreWiring {

    /** A running database and the ports over it, closed in the right order. */
    record Database(MongoStores stores, AutoCloseable server) implements AutoCloseable {
        @Override
        public void close() throws Exception {
            try {
                stores.close();
            } finally {
                server.close();
            }
        }
    }

    @Bean(destroyMethod = "close")
    Database database(MimamoriSettings settings, Clock clock) {
        String uri = settings.mongodb().uri();
        Path files = settings.files();
        if (uri != null && !uri.isBlank()) {
            return new Database(open(uri, settings, files, clock), () -> {});
        }
        makeFolder(settings.data());
        EmbeddedMongo server = EmbeddedMongo.start(EmbeddedSettings.file(settings.storeFile()));
        try {
            return new Database(open(server.connectionString(), settings, files, clock), server);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static MongoStores open(String uri, MimamoriSettings settings, Path files, Clock clock) {
        return MongoStores.open(StoreSettings.of(uri, settings.mongodb().database(), files), clock);
    }

    private static void makeFolder(Path data) {
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder " + data + " cannot be made", e);
        }
    }

    @Bean
    RecordStore recordStore(Database database) {
        return database.stores().records();
    }

    @Bean
    AdviceStore adviceStore(Database database) {
        return database.stores().advice();
    }

    @Bean
    PurgeStore purgeStore(Database database) {
        return database.stores().purges();
    }

    @Bean
    AppStore appStore(Database database) {
        return database.stores().apps();
    }

    @Bean
    DirectoryRegister directoryStore(Database database) {
        return database.stores().directory();
    }

    @Bean
    ChangeStore changeStore(Database database) {
        return database.stores().changes();
    }

    @Bean
    Transactions transactions(Database database) {
        return database.stores().transactions();
    }

    @Bean
    CommentStore commentStore(Database database) {
        return database.stores().comments();
    }

    @Bean
    SpaceStore spaceStore(Database database) {
        return database.stores().spaces();
    }

    @Bean
    OAuthStore oauthStore(Database database) {
        return database.stores().oauth();
    }

    @Bean
    InboxStore inboxStore(Database database) {
        return database.stores().inbox();
    }

    @Bean
    CrossingStore crossingStore(Database database) {
        return database.stores().crossings();
    }

    @Bean
    ReminderStore reminderStore(Database database) {
        return database.stores().reminders();
    }

    @Bean
    DeliveryStore deliveryStore(Database database) {
        return database.stores().deliveries();
    }

    @Bean
    WebhookSecrets webhookSecrets(Database database) {
        return database.stores().webhookSecrets();
    }

    @Bean
    JobStore jobStore(Database database) {
        return database.stores().jobs();
    }

    @Bean
    ImportStore importStore(Database database) {
        return database.stores().imports();
    }

    @Bean
    ReportStore reportStore(Database database) {
        return database.stores().reports();
    }

    @Bean
    SnapshotStore snapshotStore(Database database) {
        return database.stores().snapshots();
    }

    @Bean
    PluginStore pluginStore(Database database) {
        return database.stores().plugins();
    }

    @Bean
    FileStore fileStore(Database database) {
        return database.stores().files();
    }

    @Bean
    BlobStore blobStore(Database database) {
        return database.stores().blobs();
    }
}
