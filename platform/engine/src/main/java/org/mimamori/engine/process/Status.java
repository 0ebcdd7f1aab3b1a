package org.mimamori.engine.process;

import java.util.List;

/**
 * One status of a process.
 *
 * @param formerName the name it had when the definition was changed last; its own for one that was not renamed
 * @param mode how those who are to act are told from the candidates
 * @param candidates who can be to act; empty for nobody in particular
 */
public record Status(String name, String formerName, Mode mode, List<ProcessEntity> candidates) {

    public Status {
        candidates = List.copyOf(candidates);
    }

    /** kintone's ways to find the assignees of a status among its candidates. */
    public enum Mode {
        /** The one whom the person chooses who moves the record there. */
        ONE,
        /** All of them, and the record moves on when the last has acted. */
        ALL,
        /** All of them, and the record moves on when one has acted. */
        ANY
    }

    /** Whether the record moves on only when all of its assignees have acted. */
    public boolean needsAll() {
        return mode == Mode.ALL;
    }
}
