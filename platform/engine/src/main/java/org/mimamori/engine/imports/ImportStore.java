package org.mimamori.engine.imports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.EntityRef;

/** Port: where imports are kept. Calls inside a transaction take part in it. */
public interface ImportStore {

    /** Keeps a run, in place of what was kept of it. */
    void save(ImportRun run);

    Optional<ImportRun> find(long job);

    /** The person's latest run in an app. */
    Optional<ImportRun> latest(AppId app, EntityRef by);

    /** Runs that hold a file of their own. */
    List<ImportRun> holdingFiles();

    void deleteBefore(Instant instant);
}
