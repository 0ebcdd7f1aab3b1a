package org.mimamori.engine.record;

import java.util.List;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.query.Filter;
import org.mimamori.engine.query.FilterTest;

/** Counts an unbroken run over records given newest first. */
final class Streak {

    private final AppDefinition app;
    private final Filter belongs;
    private final Filter skipped;
    private int length;

    Streak(AppDefinition app, Filter belongs, Filter skipped) {
        this.app = app;
        this.belongs = belongs;
        this.skipped = skipped;
    }

    /** Takes the next records; false as soon as one breaks the run. */
    boolean takes(List<AppRecord> newestFirst) {
        for (AppRecord record : newestFirst) {
            if (holds(skipped, record)) {
                continue;
            }
            if (!holds(belongs, record)) {
                return false;
            }
            length++;
        }
        return true;
    }

    int length() {
        return length;
    }

    private boolean holds(Filter filter, AppRecord record) {
        return FilterTest.holds(filter, code -> record.value(app, code));
    }
}
