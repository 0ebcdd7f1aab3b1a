package org.mimamori.engine.notify;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.Notifications.Reminder;
import org.mimamori.engine.app.Notifications.Timing;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Operator;
import org.mimamori.engine.field.Shape;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.inbox.Notice.Kind;
import org.mimamori.engine.query.Condition;
import org.mimamori.engine.query.Condition.Operand;
import org.mimamori.engine.query.Query;
import org.mimamori.engine.query.QueryLimits;
import org.mimamori.engine.query.SortKey;
import org.mimamori.engine.record.AppRecord;
import org.mimamori.engine.record.RecordQuery;

/** Finds the records of one app for which a reminder is due, with a query on the date it counts from. */
final class DueRecords {

    private static final int PAGE = 500;

    private final Desk desk;
    private final AppDefinition app;
    private final ZoneId zone;
    private final Actor actor;

    DueRecords(Desk desk, AppDefinition app, ZoneId zone) {
        this.desk = desk;
        this.app = app;
        this.zone = zone;
        this.actor = new Actor.Platform("reminder", zone);
    }

    /** Each record that meets the reminder's condition now, and when the reminder was due. */
    void each(Reminder reminder, ReminderWorker.Turn turn, BiConsumer<AppRecord, Instant> found) {
        Optional<Field> field = app.field(reminder.timing().code());
        if (field.isEmpty()) {
            return;
        }
        Due due = new Due(reminder.timing(), zone);
        Optional<Due.Span> span = field.get().shape() == Shape.DATE
                ? due.dates(turn.after(), turn.until())
                : due.moments(turn.after(), turn.until());
        span.ifPresent(within -> {
            long last = 0;
            List<AppRecord> page;
            do {
                page = page(condition(reminder, within, last));
                for (AppRecord record : page) {
                    due.of(record.value(field.get()))
                            .filter(at -> at.isAfter(turn.after()) && !at.isAfter(turn.until()))
                            .ifPresent(at -> found.accept(record, at));
                    last = record.id();
                }
            } while (page.size() == PAGE);
        });
    }

    Occasion occasion(Reminder reminder, AppRecord record, Instant at) {
        Set<FieldCode> fields = new HashSet<>(CrossingWatch.mentions(reminder.filterCond()));
        fields.add(reminder.timing().code());
        String key = "reminder-%s-%d-%s-%d".formatted(app.id(), record.id(), name(reminder), at.getEpochSecond());
        return new Occasion(key, Kind.REMINDER, app, record, 0, reminder.title().base(), fields, null, at);
    }

    private List<AppRecord> page(Condition condition) {
        Query query = new Query(condition, List.of(new SortKey(FieldCode.ID, true)), PAGE, 0);
        return desk.records()
                .find(actor, app.id(), new RecordQuery(query, "", null, false, QueryLimits.API))
                .records();
    }

    private static Condition condition(Reminder reminder, Due.Span span, long last) {
        String code = reminder.timing().code().text();
        List<Condition> parts = new ArrayList<>();
        parts.add(Condition.Test.of(code, Operator.GREATER_OR_EQUAL, operand(span.from())));
        parts.add(Condition.Test.of(code, Operator.LESS, operand(span.toExclusive())));
        parts.add(Condition.Test.of(FieldCode.ID.text(), Operator.GREATER, new Operand.Bare(Long.toString(last))));
        Condition.parse(reminder.filterCond()).ifPresent(parts::add);
        return new Condition.And(parts);
    }

    private static Operand operand(Value bound) {
        return new Operand.Quoted(
                switch (bound) {
                    case Value.Date(var date) -> date.toString();
                    case Value.Moment(Instant instant) -> instant.toString();
                    default -> throw new IllegalArgumentException("no time: " + bound);
                });
    }

    /** Names the setting by what it says, since nothing else does. */
    private static String name(Reminder reminder) {
        Timing timing = reminder.timing();
        String all = String.join(
                "\n",
                timing.code().text(),
                timing.daysLater() + " " + timing.hoursLater() + " " + timing.time(),
                reminder.filterCond(),
                reminder.title().base());
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
