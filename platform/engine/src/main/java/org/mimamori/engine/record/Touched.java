package org.mimamori.engine.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppId;

/**
 * One record before and after a write.
 *
 * @param before null for a new record
 * @param after null for a deleted record
 * @param derived whether only figures changed that depend on records somebody wrote: nobody touched this one
 */
public record Touched(
        AppDefinition app,
        @Nullable AppRecord before,
        @Nullable AppRecord after,
        boolean derived) {

    /** Each record once, as it was at first and as it is at last. */
    static List<Touched> folded(List<Touched> steps) {
        Map<Key, Touched> folded = new LinkedHashMap<>();
        steps.forEach(step -> folded.merge(step.key(), step, Touched::then));
        return List.copyOf(folded.values());
    }

    private Touched then(Touched later) {
        return new Touched(app, before, later.after, derived && later.derived);
    }

    private Key key() {
        AppRecord side = after == null ? before : after;
        return new Key(app.id(), side == null ? 0 : side.id());
    }

    private record Key(AppId app, long record) {}
}
