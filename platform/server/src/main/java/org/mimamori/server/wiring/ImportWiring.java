package org.mimamori.server.wiring;

import java.time.Clock;
import org.mimamori.engine.change.ChangeStore;
import org.mimamori.engine.change.Transactions;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.file.BlobStore;
import org.mimamori.engine.file.FileStore;
import org.mimamori.engine.imports.ImportFiles;
import org.mimamori.engine.imports.ImportRetention;
import org.mimamori.engine.imports.ImportStore;
import org.mimamori.engine.imports.ImportWork;
import org.mimamori.engine.imports.Imports;
import org.mimamori.engine.job.JobStore;
import org.mimamori.engine.record.Apps;
import org.mimamori.engine.record.Records;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reading records from files. */
@Configuration(proxyBeanMethods = false)
class ImportWiring {

    @Bean
    ImportFiles importFiles(FileStore files, BlobStore blobs) {
        return new ImportFiles(files, blobs);
    }

    @Bean
    Imports imports(
            Apps apps, ImportStore store, JobStore jobs, ImportFiles files, Transactions transactions, Clock clock) {
        return new Imports(apps, store, jobs, files, transactions, clock);
    }

    @Bean
    ImportWork importWork(
            ImportStore store,
            ImportFiles files,
            Records records,
            Directory directory,
            ChangeStore changes,
            Transactions transactions,
            Clock clock) {
        return new ImportWork(store, files, records.apps(), records.intake(), directory, changes, transactions, clock);
    }

    @Bean
    ImportRetention importRetention(ImportStore store, JobStore jobs, ImportFiles files, Clock clock) {
        return new ImportRetention(store, jobs, files, clock);
    }
}
