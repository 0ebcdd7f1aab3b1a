package org.mimamori.engine.space;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.record.AppPlaces.AppPlace;

/** Port: where spaces are kept, what is in them, and which app is where. Calls join the running transaction. */
public interface SpaceStore {

    /** Grows with every write of a space or a place; tells a reader whether its copy is stale. */
    long version();

    /** All spaces by number, deleted ones too. */
    List<Space> spaces();

    Map<AppId, AppPlace> places();

    Optional<Space> find(long id);

    long nextId();

    void save(Space space);

    /** Puts an app into a space, or, with null, out of all. */
    void place(AppId app, @Nullable AppPlace place);

    /** The announcement; empty when there is none. */
    String body(long space);

    void saveBody(long space, String html);

    long nextThread();

    void saveThread(SpaceThread thread);

    Optional<SpaceThread> thread(long id);

    /** A space's threads by number. */
    List<SpaceThread> threads(long space);

    /** Keeps a comment and answers its number; the id it carries is ignored. */
    long addComment(ThreadComment comment);

    Optional<ThreadComment> comment(long thread, long id);

    long nextTemplate();

    void saveTemplate(SpaceTemplate template);

    /** Stored templates by number. */
    List<SpaceTemplate> templates();
}
