package org.mimamori.engine.space;

import java.util.List;

/**
 * What a new space begins as: its traits, parts shown and threads. Holds no people and no comments.
 *
 * @param id number; those up to {@link #LAST_BUILT_IN} are always there
 * @param body announcement, harmless HTML
 * @param threads threads beside the one every space has
 */
public record SpaceTemplate(
        long id,
        String name,
        boolean multiThread,
        boolean onlyAdminsCreateApps,
        Shown shown,
        String body,
        List<Draft> threads) {

    public static final long LAST_BUILT_IN = 2;

    /** A space with one thread, and one with several. */
    static final List<SpaceTemplate> BUILT_IN = List.of(
            new SpaceTemplate(1, "Single thread", false, false, Shown.ALL, "", List.of()),
            new SpaceTemplate(2, "Multiple threads", true, false, Shown.ALL, "", List.of()));

    public SpaceTemplate {
        threads = List.copyOf(threads);
    }

    /** A thread to be made. */
    public record Draft(String name, String body) {}
}
