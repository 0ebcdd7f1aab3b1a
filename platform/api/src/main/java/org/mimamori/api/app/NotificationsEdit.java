package org.mimamori.api.app;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Replaces the notifications of a definition, one kind at a time. What is null stays as it is. */
final class NotificationsEdit {

    private static final String NOTIFICATIONS = "notifications";

    private NotificationsEdit() {}

    static void general(
            ObjectNode definition, @Nullable List<ObjectNode> notifications, @Nullable Boolean notifyToCommenter) {
        ObjectNode general = part(definition, "general");
        replace(general, notifications);
        if (notifyToCommenter != null) {
            general.put("notifyToCommenter", notifyToCommenter);
        }
    }

    static void perRecord(ObjectNode definition, @Nullable List<ObjectNode> notifications) {
        replace(part(definition, "perRecord"), notifications);
        forgetTranslations(definition);
    }

    static void reminder(ObjectNode definition, @Nullable List<ObjectNode> notifications, @Nullable String timezone) {
        ObjectNode reminder = part(definition, "reminder");
        replace(reminder, notifications);
        if (timezone != null) {
            reminder.put("timezone", timezone);
        }
        forgetTranslations(definition);
    }

    private static ObjectNode part(ObjectNode definition, String kind) {
        ObjectNode part = definition.withObject(NOTIFICATIONS).withObject(kind);
        if (!part.has(NOTIFICATIONS)) {
            part.putArray(NOTIFICATIONS);
        }
        return part;
    }

    private static void replace(ObjectNode part, @Nullable List<ObjectNode> notifications) {
        if (notifications != null) {
            ArrayNode list = part.putArray(NOTIFICATIONS);
            notifications.forEach(list::add);
        }
    }

    /** A title that no notification has any more has no translation either. */
    private static void forgetTranslations(ObjectNode definition) {
        Set<String> titles = new HashSet<>();
        for (String kind : List.of("perRecord", "reminder")) {
            definition
                    .path(NOTIFICATIONS)
                    .path(kind)
                    .path(NOTIFICATIONS)
                    .forEach(one -> titles.add(one.path("title").asString("")));
        }
        for (JsonNode language : definition.path("translations")) {
            if (language.get(NOTIFICATIONS) instanceof ObjectNode texts) {
                texts.retain(titles);
            }
        }
    }
}
