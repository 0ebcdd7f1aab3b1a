package org.mimamori.engine.app;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Port: where app definitions are kept. */
public interface AppStore {

    /** Numbers and revisions of all live apps, to tell what a copy in memory lacks. */
    List<StoredRevision> revisions();

    Optional<StoredApp> find(AppId id);

    Optional<StoredApp> findByCode(String code);

    /**
     * Keeps a new or changed definition and makes what the records need: collection and indexes. Where there are many
     * records only those that are rules; the others become a job. Not inside a transaction, for no database makes
     * indexes in one.
     *
     * @throws org.mimamori.engine.problem.PlatformException with {@code DefinitionRefused} if the records there are
     *     break a unique key of the definition; nothing is kept then
     */
    default void save(StoredApp app, AppDefinition compiled) {
        deploy(List.of(new Deployment(app, compiled)), () -> {});
    }

    /**
     * Brings what an app's records need in line with this program, which may be newer than the one that saved the
     * definition. To be called for each app at start; changes nothing most of the time.
     */
    default void prepare(AppDefinition compiled) {}

    /**
     * Makes the indexes that a deployment has left for later, one after the other, so that others can write in between.
     * Not inside a transaction. May be interrupted, and done again by somebody else.
     */
    default void buildIndexes(AppDefinition compiled, IndexProgress progress) {}

    /** Hears how far {@link #buildIndexes} has come; what it throws ends the work. */
    interface IndexProgress {

        void start(int indexes);

        /** @param done how many of them are there now */
        void made(int done);
    }

    /** A number no app has had. */
    AppId nextId();

    /**
     * Keeps definitions that become live together, all or none, as {@link #save} keeps one. Their previews are gone
     * then, but for one that somebody has edited beyond the revision that became live, and each is the newest of its
     * app's history.
     *
     * @param also further work of the same transaction
     */
    void deploy(List<Deployment> deployments, Runnable also);

    /** The settings of an app that were edited and not deployed since. */
    Optional<StoredPreview> preview(AppId id);

    /** Apps that have a preview, by ascending number; among them those that were never live. */
    List<AppId> previews();

    /**
     * Keeps a preview if the one there still has the expected revision.
     *
     * @param expected revision of the preview it was made from, or 0 when there was none
     * @return whether it was kept
     */
    boolean savePreview(StoredPreview preview, long expected);

    void dropPreview(AppId id);

    /**
     * Marks fields of an app's recycle bin as purged, in what is live and in what is edited, which comes to another
     * revision by it; joins the running transaction.
     *
     * @param fields storage ids
     */
    void purge(AppId id, Set<String> fields);

    /** Definitions an app has had, newest first. */
    List<StoredApp> history(AppId id, int offset, int limit);

    /** The definition an app had at a revision. */
    Optional<StoredApp> revision(AppId id, long revision);

    /** What tells whether a definition in memory is current. */
    record StoredRevision(AppId id, String code, long revision) {}
}
