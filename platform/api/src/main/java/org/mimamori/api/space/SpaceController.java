package org.mimamori.api.space;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mimamori.api.wire.Dialect;
import org.mimamori.api.wire.Json;
import org.mimamori.api.wire.Names;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.Reply;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.EntityType;
import org.mimamori.engine.record.AppPlaces;
import org.mimamori.engine.space.AppsInSpaces;
import org.mimamori.engine.space.Member;
import org.mimamori.engine.space.NewSpace;
import org.mimamori.engine.space.SpaceChange;
import org.mimamori.engine.space.SpacePeople;
import org.mimamori.engine.space.Spaces;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Spaces, their members and the apps in them. */
@RestController
@RequestMapping("/k/v1")
final class SpaceController {

    private final Spaces spaces;
    private final SpacePeople people;
    private final AppsInSpaces apps;
    private final AppPlaces places;
    private final Directory directory;

    SpaceController(Spaces spaces, SpacePeople people, AppsInSpaces apps, AppPlaces places, Directory directory) {
        this.spaces = spaces;
        this.people = people;
        this.apps = apps;
        this.places = places;
        this.directory = directory;
    }

    private enum CreateApp {
        EVERYONE,
        ADMIN
    }

    @GetMapping("/space.json")
    Reply get(Actor actor, Parameters parameters, Dialect dialect) {
        Names names = new Names(directory, actor.locale());
        return Reply.of(SpaceJson.of(spaces.get(actor, parameters.id("id")), places, names, actor.locale(), dialect));
    }

    @PutMapping("/space.json")
    Reply update(Actor actor, Parameters parameters) {
        long id = parameters.id("id");
        spaces.update(
                actor,
                id,
                new SpaceChange(
                        parameters.has("name") ? parameters.text("name") : null,
                        flag(parameters, "isPrivate"),
                        flag(parameters, "useMultiThread"),
                        flag(parameters, "fixedMember"),
                        onlyAdminsCreateApps(parameters),
                        flag(parameters, "showAnnouncement"),
                        flag(parameters, "showThreadList"),
                        flag(parameters, "showAppList"),
                        flag(parameters, "showMemberList"),
                        flag(parameters, "showRelatedLinkList")));
        return Reply.EMPTY;
    }

    private static @Nullable Boolean flag(Parameters parameters, String name) {
        return parameters.has(name) ? parameters.flag(name) : null;
    }

    private static @Nullable Boolean onlyAdminsCreateApps(Parameters parameters) {
        if (!parameters.has("permissions")) {
            return null;
        }
        Parameters permissions = parameters.object("permissions");
        return permissions.has("createApp")
                ? permissions.oneOf("createApp", CreateApp.class, CreateApp.EVERYONE) == CreateApp.ADMIN
                : null;
    }

    @DeleteMapping("/space.json")
    Reply delete(Actor actor, Parameters parameters) {
        spaces.delete(actor, parameters.id("id"));
        return Reply.EMPTY;
    }

    @PutMapping("/space/body.json")
    Reply setBody(Actor actor, Parameters parameters) {
        parameters.require("id", "body");
        spaces.setBody(actor, parameters.id("id"), parameters.text("body"));
        return Reply.EMPTY;
    }

    @GetMapping("/space/members.json")
    Reply members(Actor actor, Parameters parameters) {
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("members");
        people.members(actor, parameters.id("id")).forEach(member -> list.add(SpaceJson.member(member)));
        return Reply.of(body);
    }

    @PutMapping("/space/members.json")
    Reply setMembers(Actor actor, Parameters parameters) {
        parameters.require("id", "members");
        people.setMembers(actor, parameters.id("id"), readMembers(parameters));
        return Reply.EMPTY;
    }

    private static List<Member> readMembers(Parameters parameters) {
        return parameters.objects("members").stream()
                .map(SpaceController::member)
                .toList();
    }

    private static Member member(Parameters member) {
        Parameters entity = member.require("entity").object("entity").require("type", "code");
        EntityType type = entity.oneOf("type", EntityType.class, EntityType.USER);
        boolean subs = type == EntityType.ORGANIZATION && member.flag("includeSubs");
        return new Member(new EntityRef(type, entity.text("code")), member.flag("isAdmin"), subs);
    }

    @PostMapping("/template/space.json")
    Reply create(Actor actor, Parameters parameters) {
        parameters.require("id", "name", "members");
        long id = spaces.create(
                actor,
                new NewSpace(
                        parameters.id("id"),
                        parameters.text("name"),
                        readMembers(parameters),
                        parameters.flag("isPrivate"),
                        parameters.flag("isGuest"),
                        parameters.flag("fixedMember")));
        return Reply.of(Json.object().put("id", Long.toString(id)));
    }

    @PostMapping("/app/move.json")
    Reply move(Actor actor, Parameters parameters) {
        AppId app = parameters.require("app").app();
        apps.move(actor, app, parameters.has("space") ? parameters.id("space") : null);
        return Reply.EMPTY;
    }
}
