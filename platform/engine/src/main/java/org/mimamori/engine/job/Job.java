package org.mimamori.engine.job;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.EntityRef;

/**
 * Work over many records of an app.
 *
 * @param id grows; jobs of one app run in this order
 * @param details what the kind of work needs to know
 * @param done records worked on so far; an import works on each twice, to check and to write it
 * @param total what {@code done} will come to, as it was known when the work began; 0 before
 * @param position number of the last record that is done, or of an import the records written; where the work goes on
 *     after a restart
 * @param problem why it failed, for who looks after the system; empty when it did not
 */
public record Job(
        long id,
        AppId app,
        Kind kind,
        Map<String, String> details,
        State state,
        long done,
        long total,
        long position,
        String problem,
        EntityRef by,
        Instant createdAt,
        @Nullable Instant endedAt) {

    public Job {
        details = Map.copyOf(details);
    }

    /** Kinds of work. */
    public enum Kind {
        /** Calculates anew what formulas give. */
        RECALCULATE,
        /** Writes new names of options into records. */
        RENAME_OPTIONS,
        /** Reads records from a file. */
        IMPORT,
        /** Makes indexes that a deployment has left for later; counts indexes and not records. */
        BUILD_INDEXES,
        /** Destroys what records held in fields that were deleted long ago. */
        PURGE_FIELDS
    }

    /** How a job stands. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        CANCELLED,
        FAILED;

        public boolean isOver() {
            return this == DONE || this == CANCELLED || this == FAILED;
        }
    }
}
