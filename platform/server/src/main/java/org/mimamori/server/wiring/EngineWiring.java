package org.mimamori.server.wiring;

import java.time.Clock;
import java.util.List;
import org.mimamori.engine.app.AppCatalog;
import org.mimamori.engine.app.AppStore;
import org.mimamori.engine.app.DefinitionReader;
import org.mimamori.engine.change.ChangeStore;
import org.mimamori.engine.change.Transactions;
import org.mimamori.engine.comment.CommentStore;
import org.mimamori.engine.comment.Comments;
import org.mimamori.engine.comment.GuardedComments;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.directory.DirectoryStore;
import org.mimamori.engine.file.BlobStore;
import org.mimamori.engine.file.FileStore;
import org.mimamori.engine.file.FileSweeper;
import org.mimamori.engine.inbox.GuardedInbox;
import org.mimamori.engine.inbox.Inbox;
import org.mimamori.engine.inbox.InboxRetention;
import org.mimamori.engine.inbox.InboxStore;
import org.mimamori.engine.job.BinRetention;
import org.mimamori.engine.job.IndexWork;
import org.mimamori.engine.job.JobRunner;
import org.mimamori.engine.job.JobStore;
import org.mimamori.engine.job.Jobs;
import org.mimamori.engine.job.Work;
import org.mimamori.engine.notify.CrossingStore;
import org.mimamori.engine.notify.CrossingWatch;
import org.mimamori.engine.record.Actions;
import org.mimamori.engine.record.AdviceStore;
import org.mimamori.engine.record.Apps;
import org.mimamori.engine.record.Attachments;
import org.mimamori.engine.record.FieldPurge;
import org.mimamori.engine.record.GuardedSearch;
import org.mimamori.engine.record.History;
import org.mimamori.engine.record.ProcessService;
import org.mimamori.engine.record.PurgeStore;
import org.mimamori.engine.record.QueryAdviser;
import org.mimamori.engine.record.Recalculation;
import org.mimamori.engine.record.RecordService;
import org.mimamori.engine.record.RecordStore;
import org.mimamori.engine.record.Records;
import org.mimamori.engine.record.Search;
import org.mimamori.engine.report.GuardedReports;
import org.mimamori.engine.report.ReportStore;
import org.mimamori.engine.report.Reports;
import org.mimamori.engine.report.SnapshotStore;
import org.mimamori.engine.report.SnapshotWorker;
import org.mimamori.engine.space.Doors;
import org.mimamori.engine.space.Threads;
import org.mimamori.server.settings.MimamoriSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The engine's services as beans, over the store's ports. */
@Configuration(proxyBeanMethods = false)
class EngineWiring {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Directory directory(DirectoryStore store) {
        return new Directory(store);
    }

    @Bean
    Records records(
            AppCatalog catalog,
            Directory directory,
            RecordStore store,
            ChangeStore changes,
            Transactions transactions,
            FileStore files,
            BlobStore blobs,
            Doors doors,
            Clock clock,
            CrossingStore crossings,
            MimamoriSettings settings) {
        Records.Ground ground = new Records.Ground(
                catalog,
                directory,
                store,
                changes,
                transactions,
                files,
                blobs,
                clock,
                settings.zone(),
                settings.largestFile().toBytes(),
                doors);
        return Records.over(ground, new CrossingWatch(crossings, directory, clock, settings.zone()));
    }

    @Bean
    ProcessService processService(Records records) {
        return records.process();
    }

    @Bean
    RecordService recordService(Records records) {
        return records.service();
    }

    @Bean
    Apps apps(Records records) {
        return records.apps();
    }

    @Bean
    QueryAdviser queryAdviser(Apps apps, AdviceStore store) {
        return new QueryAdviser(apps, store);
    }

    @Bean
    Actions actions(Records records) {
        return records.actions();
    }

    @Bean
    Search search(Records records, RecordStore store) {
        return new GuardedSearch(records.apps(), store);
    }

    @Bean
    History history(Records records) {
        return records.history();
    }

    @Bean
    Attachments attachments(Records records) {
        return records.attachments();
    }

    @Bean
    Recalculation recalculation(Records records) {
        return records.recalculation();
    }

    @Bean
    Comments comments(
            Apps apps,
            RecordService records,
            CommentStore comments,
            ChangeStore changes,
            Transactions transactions,
            Directory directory,
            Clock clock) {
        return new GuardedComments(apps, records, comments, changes, transactions, directory, clock);
    }

    @Bean
    Inbox inbox(Apps apps, RecordService records, CommentStore comments, Threads threads, InboxStore store) {
        return new GuardedInbox(apps, records, comments, threads, store);
    }

    @Bean
    InboxRetention inboxRetention(InboxStore store, Clock clock) {
        return new InboxRetention(store, clock);
    }

    @Bean
    Jobs jobs(Apps apps, JobStore store) {
        return new Jobs(apps, store);
    }

    @Bean
    IndexWork indexWork(AppStore store, AppCatalog catalog) {
        return new IndexWork(store, catalog);
    }

    @Bean
    FieldPurge fieldPurge(PurgeStore store, AppCatalog catalog, FileSweeper files) {
        return new FieldPurge(store, catalog, files);
    }

    @Bean
    JobRunner jobRunner(JobStore jobs, AppCatalog catalog, Records records, FieldPurge purge, List<Work> others) {
        return new JobRunner(jobs, catalog, records.recalculation(), records.optionRewrite(), purge, others);
    }

    @Bean
    BinRetention binRetention(
            AppStore apps,
            JobStore jobs,
            ChangeStore changes,
            Transactions transactions,
            Clock clock,
            MimamoriSettings settings) {
        return new BinRetention(apps, jobs, changes, transactions, clock, settings.deletedFields());
    }

    @Bean
    Reports reports(
            Apps apps,
            ReportStore store,
            SnapshotStore snapshots,
            DefinitionReader reader,
            Directory directory,
            Clock clock) {
        return new GuardedReports(apps, store, snapshots, reader, directory, clock);
    }

    @Bean
    SnapshotWorker snapshotWorker(
            AppCatalog catalog, Reports reports, SnapshotStore store, Clock clock, MimamoriSettings settings) {
        return new SnapshotWorker(catalog, reports, store, clock, settings.zone());
    }

    @Bean
    FileSweeper fileSweeper(FileStore files, BlobStore blobs, Clock clock) {
        return new FileSweeper(files, blobs, clock);
    }
}
