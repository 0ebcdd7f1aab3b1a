package org.mimamori.engine.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Keeps definitions for a test, and counts how often it is asked. */
public final class InMemoryAppStore implements AppStore {

    private final Map<Long, StoredApp> apps = new TreeMap<>();
    private final Map<Long, StoredPreview> previews = new TreeMap<>();
    private final List<StoredApp> history = new ArrayList<>();
    private final List<AppId> read = new ArrayList<>();
    private int revisionChecks;
    private long lastId;

    @Override
    public synchronized List<StoredRevision> revisions() {
        revisionChecks++;
        return apps.values().stream()
                .map(app -> new StoredRevision(app.id(), app.code(), app.revision()))
                .toList();
    }

    @Override
    public synchronized Optional<StoredApp> find(AppId id) {
        read.add(id);
        return Optional.ofNullable(apps.get(id.value()));
    }

    @Override
    public synchronized Optional<StoredApp> findByCode(String code) {
        return apps.values().stream().filter(app -> app.code().equals(code)).findFirst();
    }

    @Override
    public synchronized void deploy(List<Deployment> deployments, Runnable also) {
        deployments.forEach(one -> {
            apps.put(one.app().id().value(), one.app());
            previews.computeIfPresent(
                    one.app().id().value(),
                    (id, preview) -> preview.app().revision() > one.app().revision() ? preview : null);
            history.addFirst(one.app());
        });
        also.run();
    }

    @Override
    public synchronized Optional<StoredPreview> preview(AppId id) {
        return Optional.ofNullable(previews.get(id.value()));
    }

    @Override
    public synchronized List<AppId> previews() {
        return previews.keySet().stream().map(AppId::new).toList();
    }

    @Override
    public synchronized boolean savePreview(StoredPreview preview, long expected) {
        StoredPreview before = previews.get(preview.app().id().value());
        boolean current = expected == (before == null ? 0 : before.app().revision());
        if (current) {
            previews.put(preview.app().id().value(), preview);
        }
        return current;
    }

    @Override
    public synchronized void dropPreview(AppId id) {
        previews.remove(id.value());
    }

    @Override
    public synchronized void purge(AppId id, Set<String> fields) {
        apps.computeIfPresent(id.value(), (number, app) -> purged(app, fields));
        previews.computeIfPresent(
                id.value(), (number, preview) -> new StoredPreview(purged(preview.app(), fields), preview.renames()));
    }

    private static StoredApp purged(StoredApp app, Set<String> fields) {
        return app.withDropped(app.dropped().stream()
                .map(field -> fields.contains(field.id()) ? field.asPurged() : field)
                .toList());
    }

    @Override
    public synchronized List<StoredApp> history(AppId id, int offset, int limit) {
        return history.stream()
                .filter(app -> app.id().equals(id))
                .skip(offset)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Optional<StoredApp> revision(AppId id, long revision) {
        return history.stream()
                .filter(app -> app.id().equals(id) && app.revision() == revision)
                .findFirst();
    }

    @Override
    public synchronized AppId nextId() {
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
