package org.mimamori.api.space;

import java.util.stream.Stream;
import org.mimamori.api.app.AppJson;
import org.mimamori.api.wire.Json;
import org.mimamori.api.wire.Names;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.Reply;
import org.mimamori.engine.admin.AppStatistics;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.Customization;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.record.AppPlaces;
import org.mimamori.engine.record.AppPlaces.AppPlace;
import org.mimamori.engine.space.Spaces;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Apps and spaces in numbers, for administrators. */
@RestController
@RequestMapping("/k/v1")
final class StatisticsController {

    private static final int MOST = 100;

    private final AppStatistics apps;
    private final Spaces spaces;
    private final AppPlaces places;
    private final DailyRequests requests;
    private final Directory directory;

    StatisticsController(
            AppStatistics apps, Spaces spaces, AppPlaces places, DailyRequests requests, Directory directory) {
        this.apps = apps;
        this.spaces = spaces;
        this.places = places;
        this.requests = requests;
        this.directory = directory;
    }

    @GetMapping("/spaces/statistics.json")
    Reply ofSpaces(Actor actor, Parameters parameters) {
        Names names = new Names(directory, actor.locale());
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("spaces");
        spaces.statistics(actor, offset(parameters), limit(parameters))
                .forEach(summary -> list.add(SpaceJson.summary(summary, names)));
        return Reply.of(body);
    }

    @GetMapping("/apps/statistics.json")
    Reply ofApps(Actor actor, Parameters parameters) {
        Names names = new Names(directory, actor.locale());
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("apps");
        apps.of(actor, offset(parameters), limit(parameters)).forEach(summary -> list.add(json(summary, names, actor)));
        return Reply.of(body);
    }

    private ObjectNode json(AppStatistics.Summary summary, Names names, Actor actor) {
        AppDefinition app = summary.app();
        ObjectNode json = Json.object()
                .put("id", app.id().toString())
                .put("name", app.name().in(actor.locale()));
        places.of(app.id())
                .map(AppPlace::space)
                .flatMap(spaces::find)
                .ifPresentOrElse(
                        space -> json.putObject("space")
                                .put("id", Long.toString(space.id()))
                                .put("name", space.name()),
                        () -> json.putNull("space"));
        json.put("appGroup", "Public")
                .put("status", summary.status().name())
                .put("recordUpdatedAt", summary.changedAt() == null ? null : AppJson.milliseconds(summary.changedAt()))
                .put("recordCount", Long.toString(summary.records()))
                .put("fieldCount", Integer.toString(summary.fields()))
                .put("dailyRequestCount", Long.toString(requests.today(app.id())))
                .put("storageUsage", Long.toString(summary.storage()))
                .put("customized", isCustomized(app.settings().customization()));
        json.set("creator", names.json(app.stamp().creator()));
        json.put("createdAt", AppJson.milliseconds(app.stamp().createdAt()));
        json.set("modifier", names.json(app.stamp().modifier()));
        return json.put("modifiedAt", AppJson.milliseconds(app.stamp().modifiedAt()));
    }

    private static boolean isCustomized(Customization customization) {
        return Stream.of(customization.desktop(), customization.mobile())
                .anyMatch(device -> !device.js().isEmpty() || !device.css().isEmpty());
    }

    private static int limit(Parameters parameters) {
        return (int) parameters.number("limit", 1, MOST, MOST);
    }

    private static int offset(Parameters parameters) {
        return (int) parameters.number("offset", 0, Integer.MAX_VALUE, 0);
    }
}
