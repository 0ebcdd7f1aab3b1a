package org.mimamori.engine.record;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.directory.EntityRef;

/**
 * Port: told of all records a write touches, figures of other records included, in the transaction of the write. What
 * it keeps is kept with the write or not at all.
 */
public interface WriteListener {

    WriteListener NONE = (actor, at, touched) -> {};

    /** @param actor who wrote; null for the passing of a day */
    void written(@Nullable EntityRef actor, Instant at, List<Touched> touched);
}
