package org.mimamori.engine.space;

import java.util.Optional;
import org.mimamori.engine.directory.Actor;

/** What was said in threads, as far as an actor may enter their spaces. */
@FunctionalInterface
public interface ThreadReading {

    /** There are no threads. */
    ThreadReading NONE = (actor, thread, comment) -> Optional.empty();

    /** A comment; nothing when it is gone, or in a space the actor may not enter. */
    Optional<Heard> read(Actor actor, long thread, long comment);

    /**
     * What was said, and where.
     *
     * @param space name of the space
     * @param thread name of the thread
     */
    record Heard(String space, String thread, String text) {}
}
