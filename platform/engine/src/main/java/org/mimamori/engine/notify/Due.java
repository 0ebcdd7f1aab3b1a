package org.mimamori.engine.notify;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.Notifications.Timing;
import org.mimamori.engine.field.Value;

/**
 * When a reminder is due for the date or moment a record holds, and the other way round. Counted on the clock on the
 * wall: a day later is the same time of the next day, whatever happens to the clocks between.
 */
record Due(Timing timing, ZoneId zone) {

    /** Clocks are put forward or back by no more than this. */
    private static final long SHIFT_HOURS = 3;

    /** Values of a field from one to just before another. */
    record Span(Value from, Value toExclusive) {}

    /** When the reminder is due; empty for a blank value. */
    Optional<Instant> of(Value base) {
        return switch (base) {
            case Value.Date(LocalDate date) -> Optional.of(onDay(date.plusDays(timing.daysLater())));
            case Value.Moment(Instant instant) -> Optional.of(after(instant.atZone(zone)));
            default -> Optional.empty();
        };
    }

    private Instant after(ZonedDateTime moment) {
        return timing.time() == null
                ? moment.plusDays(timing.daysLater())
                        .plusHours(timing.hoursLater())
                        .toInstant()
                : onDay(moment.toLocalDate().plusDays(timing.daysLater()));
    }

    private Instant onDay(LocalDate day) {
        LocalTime time = timing.time();
        return time == null
                ? day.atStartOfDay(zone).plusHours(timing.hoursLater()).toInstant()
                : day.atTime(time).atZone(zone).toInstant();
    }

    /** Days a record must hold for the reminder to be due after one instant and not after another; may be none. */
    Optional<Span> dates(Instant after, Instant until) {
        return days(after, until)
                .map(days -> new Span(new Value.Date(days.getFirst()), new Value.Date(days.getLast())));
    }

    /**
     * Moments a record must hold for the reminder to be due after one instant and not after another. Without a time of
     * day there can be a little more in it: {@link #of} decides.
     */
    Optional<Span> moments(Instant after, Instant until) {
        if (timing.time() == null) {
            return Optional.of(new Span(
                    new Value.Moment(before(after).minus(SHIFT_HOURS, ChronoUnit.HOURS)),
                    new Value.Moment(before(until).plus(SHIFT_HOURS, ChronoUnit.HOURS))));
        }
        return days(after, until).map(days -> new Span(midnight(days.getFirst()), midnight(days.getLast())));
    }

    private Instant before(Instant due) {
        return due.atZone(zone)
                .minusHours(timing.hoursLater())
                .minusDays(timing.daysLater())
                .truncatedTo(ChronoUnit.HOURS)
                .toInstant();
    }

    private Value midnight(LocalDate day) {
        return new Value.Moment(day.atStartOfDay(zone).toInstant());
    }

    /** The first day a record must hold and the day after the last. */
    private Optional<List<LocalDate>> days(Instant after, Instant until) {
        long hours = timing.time() == null ? timing.hoursLater() : 0;
        LocalDate last = until.atZone(zone).minusHours(hours).toLocalDate().plusDays(1);
        @Nullable LocalDate from = null;
        @Nullable LocalDate to = null;
        for (LocalDate day = after.atZone(zone).minusHours(hours).toLocalDate().minusDays(1);
                !day.isAfter(last);
                day = day.plusDays(1)) {
            Instant due = onDay(day);
            if (due.isAfter(after) && !due.isAfter(until)) {
                from = from == null ? day : from;
                to = day.plusDays(1);
            }
        }
        int days = timing.daysLater();
        return from == null || to == null
                ? Optional.empty()
                : Optional.of(List.of(from.minusDays(days), to.minusDays(days)));
    }
}
