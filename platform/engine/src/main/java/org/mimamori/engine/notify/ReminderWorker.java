package org.mimamori.engine.notify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.Notifications.Reminder;
import org.mimamori.engine.problem.PlatformException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells people what they are to be reminded of. Time is worked through in turns, each from where the one before ended;
 * a turn that breaks off is done again, and whoever has been told is not told twice. After the platform was down, what
 * was missed is told late, as far as a week back.
 */
public final class ReminderWorker {

    private static final Logger LOG = LoggerFactory.getLogger(ReminderWorker.class);

    /** How far back missed reminders are told. */
    public static final Duration CAUGHT_UP = Duration.ofDays(7);

    /** A write that began before a reminder was due has ended by then. */
    private static final Duration WRITES_END = Duration.ofSeconds(5);

    private final Desk desk;
    private final ReminderStore store;
    private final Clock clock;
    private final ZoneId home;

    /** @param home the zone of reminders whose app names none */
    public ReminderWorker(Desk desk, ReminderStore store, Clock clock, ZoneId home) {
        this.desk = desk;
        this.store = store;
        this.clock = clock;
        this.home = home;
    }

    /** Tells what has become due since the last turn. */
    public void run() {
        Instant until = clock.instant().minus(WRITES_END);
        Instant after = store.until().orElse(until);
        Instant earliest = until.minus(CAUGHT_UP);
        Turn turn = new Turn(after.isBefore(earliest) ? earliest : after, until);
        if (turn.after().isBefore(until)) {
            desk.catalog().all().forEach(app -> remind(app, turn));
        }
        store.moveTo(until);
    }

    /** Reminders due after one instant and not after another. */
    record Turn(Instant after, Instant until) {}

    private void remind(AppDefinition app, Turn turn) {
        ZoneId named = app.notifications().timezone();
        DueRecords due = new DueRecords(desk, app, named == null ? home : named);
        Teller teller = desk.teller();
        for (Reminder reminder : app.notifications().reminders()) {
            try {
                due.each(
                        reminder,
                        turn,
                        (record, at) -> teller.tell(
                                due.occasion(reminder, record, at), Receiver.of(reminder.targets(), app, record)));
            } catch (PlatformException refused) {
                LOG.warn(
                        "App {}: nobody is told \"{}\": {}",
                        app.code(),
                        reminder.title().base(),
                        refused.problem());
            }
        }
    }
}
