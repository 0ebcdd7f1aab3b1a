package org.mimamori.engine.app;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.Notifications.Event;
import org.mimamori.engine.app.Notifications.Target;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Shape;
import org.mimamori.engine.permission.RightEntity;
import tools.jackson.databind.JsonNode;

/** Reads whom a definition tells of what: kintone's general, per-record and reminder notifications. */
final class NotificationsReader {

    private static final Place PLACE = Place.ROOT.at("notifications");
    private static final String LIST = "notifications";
    private static final Set<Shape> PEOPLE = Set.of(Shape.ENTITY, Shape.ENTITIES);
    private static final Set<Shape> TIMES = Set.of(Shape.DATE, Shape.MOMENT);

    private final References references;
    private final Translations translations;

    NotificationsReader(References references, Translations translations) {
        this.references = references;
        this.translations = translations;
    }

    Notifications read(JsonNode notifications) {
        JsonNode general = notifications.path("general");
        JsonNode reminder = notifications.path("reminder");
        return new Notifications(
                new Notifications.General(
                        rows(general.path(LIST), PLACE.at("general").at(LIST)),
                        Json.flag(general, "notifyToCommenter", false)),
                perRecord(
                        notifications.path("perRecord").path(LIST),
                        PLACE.at("perRecord").at(LIST)),
                reminders(reminder.path(LIST), PLACE.at("reminder").at(LIST)),
                timezone(Json.text(reminder, "timezone")));
    }

    private List<Notifications.Row> rows(JsonNode rows, Place place) {
        List<Notifications.Row> read = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            read.add(new Notifications.Row(target(rows.get(i), place.at(i)), events(rows.get(i))));
        }
        return read;
    }

    private static Set<Event> events(JsonNode row) {
        Set<Event> events = EnumSet.noneOf(Event.class);
        for (Event event : Event.values()) {
            if (Json.flag(row, property(event), false)) {
                events.add(event);
            }
        }
        return events;
    }

    private static String property(Event event) {
        return switch (event) {
            case RECORD_ADDED -> "recordAdded";
            case RECORD_EDITED -> "recordEdited";
            case COMMENT_ADDED -> "commentAdded";
            case STATUS_CHANGED -> "statusChanged";
            case FILE_IMPORTED -> "fileImported";
        };
    }

    private List<Notifications.PerRecord> perRecord(JsonNode list, Place place) {
        List<Notifications.PerRecord> read = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            JsonNode one = list.get(i);
            Place at = place.at(i);
            read.add(new Notifications.PerRecord(
                    references.condition(one, "filterCond", at),
                    translations.notification(Json.text(one, "title")),
                    targets(one.path("targets"), at.at("targets"))));
        }
        return read;
    }

    private List<Notifications.Reminder> reminders(JsonNode list, Place place) {
        List<Notifications.Reminder> read = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            JsonNode one = list.get(i);
            Place at = place.at(i);
            read.add(new Notifications.Reminder(
                    timing(one.path("timing"), at.at("timing")),
                    references.condition(one, "filterCond", at),
                    translations.notification(Json.text(one, "title")),
                    targets(one.path("targets"), at.at("targets"))));
        }
        return read;
    }

    private Notifications.Timing timing(JsonNode timing, Place place) {
        FieldCode code = new FieldCode(Json.text(timing, "code"));
        references
                .topField(code, place.at("code"))
                .filter(field -> !TIMES.contains(field.shape()))
                .ifPresent(field -> references.findings().add(place.at("code"), "reminder.notATime", code.text()));
        String time = Json.text(timing, "time");
        return new Notifications.Timing(
                code,
                Json.whole(timing, "daysLater", 0),
                Json.whole(timing, "hoursLater", 0),
                time.isEmpty() ? null : LocalTime.parse(time));
    }

    private @Nullable ZoneId timezone(String name) {
        if (name.isEmpty()) {
            return null;
        }
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            references.findings().add(PLACE.at("reminder").at("timezone"), "reminder.unknownZone", name);
            return null;
        }
    }

    private List<Target> targets(JsonNode targets, Place place) {
        List<Target> read = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            read.add(target(targets.get(i), place.at(i)));
        }
        return read;
    }

    private Target target(JsonNode node, Place place) {
        JsonNode entity = node.path("entity");
        RightEntity read =
                new RightEntity(Json.choice(entity, "type", RightEntity.Type.USER), Json.text(entity, "code"));
        if (read.type() == RightEntity.Type.FIELD_ENTITY) {
            Place code = place.at("entity").at("code");
            references
                    .topField(new FieldCode(read.code()), code)
                    .filter(field -> !PEOPLE.contains(field.shape()))
                    .ifPresent(field -> references.findings().add(code, "notification.notPeople", read.code()));
        }
        return new Target(read, Json.flag(node, "includeSubs", false));
    }
}
