package org.mimamori.engine.app;

import java.util.List;
import java.util.Optional;

/** Port: where app definitions are kept. */
public interface AppStore {

    /** Numbers and revisions of all live apps, to tell what a copy in memory lacks. */
    List<StoredRevision> revisions();

    Optional<StoredApp> find(AppId id);

    Optional<StoredApp> findByCode(String code);

    /** Keeps a new or changed definition and makes what the records need: collection and indexes. */
    void save(StoredApp app, AppDefinition compiled);

    /** A number no app has had. */
    AppId nextId();

    /** What tells whether a definition in memory is current. */
    record StoredRevision(AppId id, String code, long revision) {}
}
