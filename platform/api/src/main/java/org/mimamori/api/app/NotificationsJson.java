package org.mimamori.api.app;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mimamori.api.wire.Json;
import org.mimamori.engine.app.Notifications;
import org.mimamori.engine.app.Notifications.Event;
import org.mimamori.engine.app.Notifications.Target;
import org.mimamori.engine.app.Notifications.Timing;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Notifications as kintone's JSON has them. */
final class NotificationsJson {

    private static final String LIST = "notifications";

    private NotificationsJson() {}

    static ObjectNode general(Notifications.General general) {
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray(LIST);
        for (Notifications.Row row : general.rows()) {
            Set<Event> events = row.events();
            target(list.addObject(), row.target())
                    .put("recordAdded", events.contains(Event.RECORD_ADDED))
                    .put("recordEdited", events.contains(Event.RECORD_EDITED))
                    .put("commentAdded", events.contains(Event.COMMENT_ADDED))
                    .put("statusChanged", events.contains(Event.STATUS_CHANGED))
                    .put("fileImported", events.contains(Event.FILE_IMPORTED));
        }
        return body.put("notifyToCommenter", general.notifyToCommenter());
    }

    static ObjectNode perRecord(List<Notifications.PerRecord> notifications, Locale language) {
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray(LIST);
        for (Notifications.PerRecord one : notifications) {
            ObjectNode json = list.addObject()
                    .put("filterCond", one.filterCond())
                    .put("title", one.title().in(language));
            targets(json, one.targets());
        }
        return body;
    }

    static ObjectNode reminders(List<Notifications.Reminder> reminders, ZoneId zone, Locale language) {
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray(LIST);
        for (Notifications.Reminder one : reminders) {
            ObjectNode json = list.addObject();
            timing(json.putObject("timing"), one.timing());
            json.put("filterCond", one.filterCond()).put("title", one.title().in(language));
            targets(json, one.targets());
        }
        return body.put("timezone", zone.getId());
    }

    private static void timing(ObjectNode json, Timing timing) {
        json.put("code", timing.code().text()).put("daysLater", Integer.toString(timing.daysLater()));
        LocalTime time = timing.time();
        if (time == null) {
            json.put("hoursLater", Integer.toString(timing.hoursLater()));
        } else {
            json.put("time", time.toString());
        }
    }

    private static void targets(ObjectNode json, List<Target> targets) {
        ArrayNode list = json.putArray("targets");
        targets.forEach(one -> target(list.addObject(), one));
    }

    private static ObjectNode target(ObjectNode json, Target target) {
        json.putObject("entity")
                .put("type", target.entity().type().name())
                .put("code", target.entity().code());
        return json.put("includeSubs", target.includeSubs());
    }
}
