package org.mimamori.engine.app;

import java.util.List;
import java.util.Optional;

/** Port: where app definitions are kept. */
public interface AppStore {

    /** Numbers and revisions of all live apps, to tell what a copy in memory lacks. */
    List<StoredRevision> revisions();

    Optional<StoredApp> find(AppId id);

    Optional<StoredApp> findByCode(String code);

    /**
     * Keeps a new or changed definition and makes what the records need: collection and indexes. Not inside a
     * transaction, for no database makes indexes in one.
     *
     * @throws org.mimamori.engine.problem.PlatformException with {@code DefinitionRefused} if the records there are
     *     break a unique key of the definition; nothing is kept then
     */
    void save(StoredApp app, AppDefinition compiled);

    /**
     * Brings what an app's records need in line with this program, which may be newer than the one that saved the
     * definition. To be called for each app at start; changes nothing most of the time.
     */
    default void prepare(AppDefinition compiled) {}

    /** A number no app has had. */
    AppId nextId();

    /** What tells whether a definition in memory is current. */
    record StoredRevision(AppId id, String code, long revision) {}
}
