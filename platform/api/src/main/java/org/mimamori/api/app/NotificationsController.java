package org.mimamori.api.app;

import java.time.ZoneId;
import java.util.Locale;
import org.mimamori.api.auth.ApiSettings;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.Reply;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.Notifications;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.permission.Right;
import org.mimamori.engine.record.Apps;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Whom an app tells of what, shown to those who manage it. */
@RestController
@RequestMapping("/k/v1/app/notifications")
final class NotificationsController {

    private final Apps apps;
    private final ZoneId home;

    NotificationsController(Apps apps, ApiSettings settings) {
        this.apps = apps;
        this.home = settings.zone();
    }

    @GetMapping("/general.json")
    Reply general(Actor actor, Parameters parameters) {
        AppDefinition app = open(actor, parameters);
        return reply(NotificationsJson.general(app.notifications().general()), app);
    }

    @GetMapping("/perRecord.json")
    Reply perRecord(Actor actor, Parameters parameters) {
        Locale language = Language.of(actor, parameters);
        AppDefinition app = open(actor, parameters);
        return reply(NotificationsJson.perRecord(app.notifications().perRecord(), language), app);
    }

    @GetMapping("/reminder.json")
    Reply reminder(Actor actor, Parameters parameters) {
        Locale language = Language.of(actor, parameters);
        AppDefinition app = open(actor, parameters);
        Notifications notifications = app.notifications();
        ZoneId zone = notifications.timezone() == null ? home : notifications.timezone();
        return reply(NotificationsJson.reminders(notifications.reminders(), zone, language), app);
    }

    private AppDefinition open(Actor actor, Parameters parameters) {
        AppDefinition app = apps.get(actor, parameters.require("app").app());
        apps.access(actor, app).require(Right.MANAGE);
        return app;
    }

    private static Reply reply(ObjectNode body, AppDefinition app) {
        return Reply.of(body.put("revision", Long.toString(app.revision())));
    }
}
