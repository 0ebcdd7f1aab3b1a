package org.mimamori.engine.store;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.bson.BsonType;
import org.bson.codecs.BsonTypeClassMap;
import org.bson.codecs.DocumentCodecProvider;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;
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
import org.mimamori.engine.webhook.DeliveryStore;
import org.mimamori.engine.webhook.WebhookSecrets;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** All the ports of the engine, kept in one MongoDB database and one folder. */
public final class MongoStores implements AutoCloseable {

    /** Long enough for a replica set to choose a new primary. */
    private static final int SERVER_SELECTION_SECONDS = 15;

    private static final Duration COPY_GOOD_FOR = Duration.ofMillis(500);

    private final MongoClient client;
    private final Transactions transactions;
    private final RecordStore records;
    private final QueryWatch advice;
    private final AppStore apps;
    private final DirectoryRegister directory;
    private final ChangeStore changes;
    private final CommentStore comments;
    private final SpaceStore spaces;
    private final OAuthStore oauth;
    private final InboxStore inbox;
    private final CrossingStore crossings;
    private final ReminderStore reminders;
    private final DeliveryStore deliveries;
    private final WebhookSecrets webhookSecrets;
    private final ReportStore reports;
    private final SnapshotStore snapshots;
    private final FileStore files;
    private final JobStore jobs;
    private final ImportStore imports;
    private final PluginStore plugins;
    private final PurgeStore purges;
    private final BlobStore blobs;

    private MongoStores(
            MongoClient client, MongoTemplate template, Transactions transactions, Clock clock, BlobStore blobs) {
        MongoAccess mongo = new MongoAccess(template);
        Counters counters = new Counters(mongo);
        this.client = client;
        this.transactions = transactions;
        this.advice = new QueryWatch(clock, QueryWatch.SLOW, Thread::startVirtualThread);
        this.records = new MongoRecordStore(mongo, counters, advice);
        this.jobs = new MongoJobStore(mongo, counters, clock);
        this.apps = new MongoAppStore(mongo, counters, transactions, jobs);
        this.directory = new MongoDirectoryStore(
                mongo,
                counters,
                transactions,
                new SharedVersion(counters, "directory", COPY_GOOD_FOR, System::nanoTime));
        this.changes = new MongoChangeStore(mongo, counters, transactions, new WorkerClaims(mongo, clock));
        this.comments = new MongoCommentStore(mongo, counters);
        this.spaces = new MongoSpaceStore(
                mongo, counters, transactions, new SharedVersion(counters, "spaces", COPY_GOOD_FOR, System::nanoTime));
        this.oauth = new MongoOAuthStore(mongo);
        this.inbox = new MongoInboxStore(mongo);
        this.crossings = new MongoCrossingStore(mongo);
        this.reminders = new MongoReminderStore(counters);
        this.deliveries = new MongoDeliveryStore(mongo, counters);
        this.webhookSecrets = new MongoWebhookSecrets(mongo);
        this.reports = new MongoReportStore(mongo);
        this.snapshots = new MongoSnapshotStore(mongo);
        this.files = new MongoFileStore(mongo);
        this.imports = new MongoImportStore(mongo);
        this.plugins = new MongoPluginStore(mongo);
        this.purges = new MongoPurgeStore(mongo, transactions);
        this.blobs = blobs;
        new FormatVersion(mongo).require();
        // Two transactions that both have to make the collection would be in each other's way.
        counters.raiseTo(Counters.ROWS, 0);
        createIndexes(new Indexes(mongo));
    }

    /**
     * Opens the database and makes what it lacks.
     *
     * @throws StoreRefused if the database cannot be used
     */
    public static MongoStores open(StoreSettings settings, Clock clock) {
        BlobStore blobs = FolderBlobStore.open(settings.files(), clock);
        MongoClient client = MongoClients.create(clientSettings(settings));
        try {
            StoreCapabilities.requireTransactions(client, settings.database());
            SimpleMongoClientDatabaseFactory factory =
                    new SimpleMongoClientDatabaseFactory(client, settings.database());
            MongoTemplate template = new MongoTemplate(factory);
            return new MongoStores(client, template, transactions(factory), clock, blobs);
        } catch (RuntimeException e) {
            client.close();
            throw e;
        }
    }

    private static MongoClientSettings clientSettings(StoreSettings settings) {
        MongoClientSettings.Builder builder = MongoClientSettings.builder()
                .applicationName("mimamori")
                .codecRegistry(codecs())
                .writeConcern(WriteConcern.MAJORITY)
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(SERVER_SELECTION_SECONDS, TimeUnit.SECONDS))
                .applyConnectionString(new ConnectionString(settings.connectionString()));
        if (settings.strict()) {
            builder.addCommandListener(new SharedSubsetListener());
        }
        return builder.build();
    }

    /** Dates come back as instants, without the detour over a class that can be changed. */
    private static CodecRegistry codecs() {
        BsonTypeClassMap types = new BsonTypeClassMap(Map.of(BsonType.DATE_TIME, Instant.class));
        return CodecRegistries.fromRegistries(
                CodecRegistries.fromProviders(new DocumentCodecProvider(types)),
                MongoClientSettings.getDefaultCodecRegistry());
    }

    private static Transactions transactions(SimpleMongoClientDatabaseFactory factory) {
        TransactionOptions options = TransactionOptions.builder()
                .readConcern(ReadConcern.SNAPSHOT)
                .writeConcern(WriteConcern.MAJORITY)
                .build();
        TransactionTemplate template = new TransactionTemplate(new CommittingTransactionManager(factory, options));
        return new MongoTransactions(
                template,
                new Retries(Pause::sleep, () -> ThreadLocalRandom.current().nextLong()));
    }

    private static void createIndexes(Indexes indexes) {
        indexes.create(MongoAppStore.COLLECTION, MongoAppStore.INDEXES);
        indexes.create(PreviewDocuments.HISTORY, PreviewDocuments.INDEXES);
        indexes.create(MongoChangeStore.COLLECTION, MongoChangeStore.INDEXES);
        indexes.create(MongoCommentStore.COLLECTION, MongoCommentStore.INDEXES);
        indexes.create(MongoSpaceStore.THREADS, MongoSpaceStore.THREAD_INDEXES);
        indexes.create(MongoSpaceStore.COMMENTS, MongoSpaceStore.COMMENT_INDEXES);
        indexes.create(MongoOAuthStore.CODES, MongoOAuthStore.CODE_INDEXES);
        indexes.create(MongoOAuthStore.TOKENS, MongoOAuthStore.TOKEN_INDEXES);
        indexes.create(MongoInboxStore.COLLECTION, MongoInboxStore.INDEXES);
        indexes.create(MongoCrossingStore.COLLECTION, MongoCrossingStore.INDEXES);
        indexes.create(MongoDeliveryStore.COLLECTION, MongoDeliveryStore.INDEXES);
        indexes.create(MongoJobStore.COLLECTION, MongoJobStore.INDEXES);
        indexes.create(MongoImportStore.COLLECTION, MongoImportStore.INDEXES);
        indexes.create(MongoSnapshotStore.COLLECTION, MongoSnapshotStore.INDEXES);
        indexes.create(MongoDirectoryStore.TOKENS, MongoDirectoryStore.TOKEN_INDEXES);
        indexes.create(MongoFileStore.COLLECTION, MongoFileStore.INDEXES);
    }

    public Transactions transactions() {
        return transactions;
    }

    public RecordStore records() {
        return records;
    }

    public AdviceStore advice() {
        return advice;
    }

    public AppStore apps() {
        return apps;
    }

    public DirectoryRegister directory() {
        return directory;
    }

    public ChangeStore changes() {
        return changes;
    }

    public CommentStore comments() {
        return comments;
    }

    public SpaceStore spaces() {
        return spaces;
    }

    public OAuthStore oauth() {
        return oauth;
    }

    public InboxStore inbox() {
        return inbox;
    }

    public CrossingStore crossings() {
        return crossings;
    }

    public ReminderStore reminders() {
        return reminders;
    }

    public DeliveryStore deliveries() {
        return deliveries;
    }

    public WebhookSecrets webhookSecrets() {
        return webhookSecrets;
    }

    public ReportStore reports() {
        return reports;
    }

    public SnapshotStore snapshots() {
        return snapshots;
    }

    public FileStore files() {
        return files;
    }

    public PurgeStore purges() {
        return purges;
    }

    public JobStore jobs() {
        return jobs;
    }

    public ImportStore imports() {
        return imports;
    }

    public PluginStore plugins() {
        return plugins;
    }

    public BlobStore blobs() {
        return blobs;
    }

    @Override
    public void close() {
        client.close();
    }
}
