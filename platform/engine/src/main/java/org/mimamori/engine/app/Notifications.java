package org.mimamori.engine.app;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.permission.RightEntity;
import org.mimamori.engine.text.LocalText;

/**
 * Whom an app tells of what; kintone's three kinds of notifications.
 *
 * @param timezone in which reminders mean days and times; null for the installation's
 */
public record Notifications(
        General general,
        List<PerRecord> perRecord,
        List<Reminder> reminders,
        @Nullable ZoneId timezone) {

    public static final Notifications NONE =
            new Notifications(new General(List.of(), false), List.of(), List.of(), null);

    public Notifications {
        perRecord = List.copyOf(perRecord);
        reminders = List.copyOf(reminders);
    }

    /** A title as its reader sees it; as it stands when no notification has it any more. */
    public LocalText title(String base) {
        return Stream.concat(
                        perRecord.stream().map(PerRecord::title),
                        reminders.stream().map(Reminder::title))
                .filter(title -> title.base().equals(base))
                .findFirst()
                .orElse(LocalText.of(base));
    }

    /** What people can be told of whatever the record holds. */
    public enum Event {
        RECORD_ADDED,
        RECORD_EDITED,
        COMMENT_ADDED,
        STATUS_CHANGED,
        FILE_IMPORTED
    }

    /**
     * Who is told.
     *
     * @param includeSubs whether an organisation stands for those below it too
     */
    public record Target(RightEntity entity, boolean includeSubs) {}

    /**
     * Told of every record.
     *
     * @param notifyToCommenter whether those who have commented on a record are told of later comments
     */
    public record General(List<Row> rows, boolean notifyToCommenter) {
        public General {
            rows = List.copyOf(rows);
        }
    }

    /** Whom {@link General} tells of which events. */
    public record Row(Target target, Set<Event> events) {
        public Row {
            events = Set.copyOf(events);
        }
    }

    /**
     * Told when a write makes a record meet a condition that it did not meet before.
     *
     * @param filterCond condition in the query language; empty for every record
     */
    public record PerRecord(String filterCond, LocalText title, List<Target> targets) {
        public PerRecord {
            targets = List.copyOf(targets);
        }
    }

    /** Told at a time counted from a date of the record, if the record meets the condition then. */
    public record Reminder(Timing timing, String filterCond, LocalText title, List<Target> targets) {
        public Reminder {
            targets = List.copyOf(targets);
        }
    }

    /**
     * When a reminder is due.
     *
     * @param code field that holds the date or the moment
     * @param daysLater days after it; negative for before
     * @param hoursLater hours after it; 0 where a time is given
     * @param time time of the day reached by the days; null to count from the moment, or from the day's beginning
     */
    public record Timing(
            FieldCode code,
            int daysLater,
            int hoursLater,
            @Nullable LocalTime time) {}
}
