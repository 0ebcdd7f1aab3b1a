package org.mimamori.api.app;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mimamori.api.auth.ApiSettings;
import org.mimamori.api.wire.Json;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.Reply;
import org.mimamori.engine.app.Notifications;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.settings.Preview;
import org.mimamori.engine.settings.Previews;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Whom an app tells of what, as it is being edited. */
@RestController
@RequestMapping("/k/v1/preview/app/notifications")
final class PreviewNotificationsController {

    private static final String NOTIFICATIONS = "notifications";
    private static final String COMMENTER = "notifyToCommenter";
    private static final String TIMEZONE = "timezone";

    private final Previews previews;
    private final ZoneId home;

    PreviewNotificationsController(Previews previews, ApiSettings settings) {
        this.previews = previews;
        this.home = settings.zone();
    }

    @GetMapping("/general.json")
    Reply general(Actor actor, Parameters parameters) {
        Preview preview = get(actor, parameters);
        return reply(NotificationsJson.general(preview.app().notifications().general()), preview);
    }

    @GetMapping("/perRecord.json")
    Reply perRecord(Actor actor, Parameters parameters) {
        Locale language = Language.of(actor, parameters);
        Preview preview = get(actor, parameters);
        return reply(NotificationsJson.perRecord(preview.app().notifications().perRecord(), language), preview);
    }

    @GetMapping("/reminder.json")
    Reply reminder(Actor actor, Parameters parameters) {
        Locale language = Language.of(actor, parameters);
        Preview preview = get(actor, parameters);
        Notifications notifications = preview.app().notifications();
        ZoneId zone = notifications.timezone() == null ? home : notifications.timezone();
        return reply(NotificationsJson.reminders(notifications.reminders(), zone, language), preview);
    }

    @PutMapping("/general.json")
    Reply changeGeneral(Actor actor, Parameters parameters) {
        parameters.require("app");
        List<ObjectNode> notifications = notifications(parameters);
        @Nullable Boolean commenter = parameters.has(COMMENTER) ? parameters.flag(COMMENTER) : null;
        return change(actor, parameters, edit -> NotificationsEdit.general(edit, notifications, commenter));
    }

    @PutMapping("/perRecord.json")
    Reply changePerRecord(Actor actor, Parameters parameters) {
        parameters.require("app");
        List<ObjectNode> notifications = notifications(parameters);
        return change(actor, parameters, edit -> NotificationsEdit.perRecord(edit, notifications));
    }

    @PutMapping("/reminder.json")
    Reply changeReminder(Actor actor, Parameters parameters) {
        parameters.require("app");
        List<ObjectNode> notifications = notifications(parameters);
        @Nullable String timezone = parameters.has(TIMEZONE) ? parameters.text(TIMEZONE) : null;
        return change(actor, parameters, edit -> NotificationsEdit.reminder(edit, notifications, timezone));
    }

    private static @Nullable List<ObjectNode> notifications(Parameters parameters) {
        return parameters.has(NOTIFICATIONS) ? parameters.rawObjects(NOTIFICATIONS) : null;
    }

    private Preview get(Actor actor, Parameters parameters) {
        return previews.get(actor, parameters.require("app").app());
    }

    private Reply change(Actor actor, Parameters parameters, Consumer<ObjectNode> edit) {
        Preview changed =
                previews.change(actor, parameters.app(), parameters.revision(), change -> edit.accept(change.json()));
        return reply(Json.object(), changed);
    }

    private static Reply reply(ObjectNode body, Preview preview) {
        return Reply.of(body.put("revision", Long.toString(preview.revision())));
    }
}
