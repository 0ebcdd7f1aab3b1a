package org.mimamori.engine.imports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Port: where imports are kept. Calls inside a transaction take part in it. */
public interface ImportStore {

    /** Keeps a run, in place of what was kept of it. */
    void save(ImportRun run);

    Optional<ImportRun> find(long job);

    /** Runs that hold a file of their own. */
    List<ImportRun> holdingFiles();

    void deleteBefore(Instant instant);
}
