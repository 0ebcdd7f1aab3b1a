package org.mimamori.engine.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Keeps definitions for a test, and counts how often it is asked. */
final class InMemoryAppStore implements AppStore {

    private final Map<Long, StoredApp> apps = new TreeMap<>();
    private final List<AppId> read = new ArrayList<>();
    private int revisionChecks;
    private long lastId;

    @Override
    public List<StoredRevision> revisions() {
        revisionChecks++;
        return apps.values().stream()
                .map(app -> new StoredRevision(app.id(), app.code(), app.revision()))
                .toList();
    }

    @Override
    public Optional<StoredApp> find(AppId id) {
        read.add(id);
        return Optional.ofNullable(apps.get(id.value()));
    }

    @Override
    public Optional<StoredApp> findByCode(String code) {
        return apps.values().stream().filter(app -> app.code().equals(code)).findFirst();
    }

    @Override
    public void save(StoredApp app, AppDefinition compiled) {
        apps.put(app.id().value(), app);
    }

    @Override
    public AppId nextId() {
        lastId++;
        return new AppId(lastId);
    }

    void remove(AppId id) {
        apps.remove(id.value());
    }

    int revisionChecks() {
        return revisionChecks;
    }

    List<AppId> read() {
        return read;
    }
}
