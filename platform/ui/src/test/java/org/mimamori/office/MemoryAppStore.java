package org.mimamori.office;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.app.AppStore;
import org.mimamori.engine.app.StoredApp;

/** App definitions in memory. */
public final class MemoryAppStore implements AppStore {

    private final Map<Long, StoredApp> apps = new TreeMap<>();
    private long last;

    @Override
    public synchronized List<StoredRevision> revisions() {
        return apps.values().stream()
                .map(app -> new StoredRevision(app.id(), app.code(), app.revision()))
                .toList();
    }

    @Override
    public synchronized Optional<StoredApp> find(AppId id) {
        return Optional.ofNullable(apps.get(id.value()));
    }

    @Override
    public synchronized Optional<StoredApp> findByCode(String code) {
        return apps.values().stream().filter(app -> app.code().equals(code)).findFirst();
    }

    @Override
    public synchronized void save(StoredApp app, AppDefinition compiled) {
        apps.put(app.id().value(), app);
    }

    @Override
    public synchronized AppId nextId() {
        last++;
        return new AppId(last);
    }
}
