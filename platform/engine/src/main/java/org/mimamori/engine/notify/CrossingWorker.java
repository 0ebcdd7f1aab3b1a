package org.mimamori.engine.notify;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.mimamori.engine.inbox.Notice.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells people of crossings. Any number of processes may do so at once: a notice is kept once. */
public final class CrossingWorker {

    private static final Logger LOG = LoggerFactory.getLogger(CrossingWorker.class);

    private static final int PAGE = 100;

    /** How long telling of a crossing is tried. */
    private static final Duration TRIED = Duration.ofDays(1);

    private final Desk desk;
    private final CrossingStore store;
    private final Clock clock;

    public CrossingWorker(Desk desk, CrossingStore store, Clock clock) {
        this.desk = desk;
        this.store = store;
        this.clock = clock;
    }

    /** Tells of some crossings that wait; answers how many. */
    public int run() {
        List<Crossing> waiting = store.waiting(PAGE);
        Teller teller = desk.teller();
        int told = 0;
        for (Crossing crossing : waiting) {
            if (told(crossing, teller)) {
                told++;
            }
        }
        return told;
    }

    /** One crossing that cannot be told does not keep the others waiting. */
    private boolean told(Crossing crossing, Teller teller) {
        try {
            desk.catalog()
                    .find(crossing.app())
                    .ifPresent(app -> desk.record(app, crossing.record())
                            .ifPresent(record -> teller.tell(
                                    new Occasion(
                                            "crossing-" + crossing.id(),
                                            Kind.CONDITION,
                                            app,
                                            record,
                                            0,
                                            crossing.title(),
                                            crossing.fields(),
                                            crossing.actor(),
                                            crossing.at()),
                                    crossing.receivers())));
            store.remove(crossing);
            return true;
        } catch (RuntimeException failure) {
            LOG.error("Nobody was told of crossing {} yet", crossing.id(), failure);
            if (crossing.at().plus(TRIED).isBefore(clock.instant())) {
                store.remove(crossing);
            }
            return false;
        }
    }
}
