package org.mimamori.office;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.imports.ImportRun;
import org.mimamori.engine.imports.ImportStore;

/** Imports in memory. */
public final class MemoryImportStore implements ImportStore {

    private final TreeMap<Long, ImportRun> runs = new TreeMap<>();

    @Override
    public synchronized void save(ImportRun run) {
        runs.put(run.job(), run);
    }

    @Override
    public synchronized Optional<ImportRun> find(long job) {
        return Optional.ofNullable(runs.get(job));
    }

    @Override
    public synchronized Optional<ImportRun> latest(AppId app, EntityRef by) {
        return runs.descendingMap().values().stream()
                .filter(run -> run.app().equals(app) && run.by().equals(by))
                .findFirst();
    }

    @Override
    public synchronized List<ImportRun> holdingFiles() {
        return runs.values().stream().filter(ImportRun::holdsFile).toList();
    }

    @Override
    public synchronized void deleteBefore(Instant instant) {
        runs.values().removeIf(run -> run.at().isBefore(instant));
    }
}
