package org.mimamori.api.people;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mimamori.api.wire.Json;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.Reply;
import org.mimamori.engine.admin.Groups;
import org.mimamori.engine.admin.Organizations;
import org.mimamori.engine.admin.UnitInput;
import org.mimamori.engine.directory.Actor;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Organisations and groups. */
@RestController
@RequestMapping("/v1")
final class UnitController {

    private static final int LONGEST_DESCRIPTION = 1000;

    private final Organizations organizations;
    private final Groups groups;

    UnitController(Organizations organizations, Groups groups) {
        this.organizations = organizations;
        this.groups = groups;
    }

    @GetMapping("/organizations.json")
    Reply organizations(Actor actor, Parameters parameters) {
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("organizations");
        organizations
                .find(actor, Texts.selection(parameters))
                .forEach(entry -> list.add(PeopleJson.organization(entry)));
        return Reply.of(body);
    }

    @PostMapping("/organizations.json")
    Reply addOrganizations(Actor actor, Parameters parameters) {
        organizations.add(actor, read(parameters, "organizations", true));
        return Reply.EMPTY;
    }

    @PutMapping("/organizations.json")
    Reply updateOrganizations(Actor actor, Parameters parameters) {
        organizations.update(actor, read(parameters, "organizations", false));
        return Reply.EMPTY;
    }

    @DeleteMapping("/organizations.json")
    Reply deleteOrganizations(Actor actor, Parameters parameters) {
        organizations.delete(actor, Texts.codes(parameters));
        return Reply.EMPTY;
    }

    @GetMapping("/groups.json")
    Reply groups(Actor actor, Parameters parameters) {
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("groups");
        groups.find(actor, Texts.selection(parameters)).forEach(entry -> list.add(PeopleJson.group(entry)));
        return Reply.of(body);
    }

    @PostMapping("/groups.json")
    Reply addGroups(Actor actor, Parameters parameters) {
        groups.add(actor, read(parameters, "groups", true));
        return Reply.EMPTY;
    }

    @PutMapping("/groups.json")
    Reply updateGroups(Actor actor, Parameters parameters) {
        groups.update(actor, read(parameters, "groups", false));
        return Reply.EMPTY;
    }

    @DeleteMapping("/groups.json")
    Reply deleteGroups(Actor actor, Parameters parameters) {
        groups.delete(actor, Texts.codes(parameters));
        return Reply.EMPTY;
    }

    private static List<UnitInput> read(Parameters parameters, String list, boolean fresh) {
        return Texts.list(parameters, list).stream()
                .map(unit -> unit(fresh ? unit.require("code", "name") : unit.require("code")))
                .toList();
    }

    private static UnitInput unit(Parameters unit) {
        return new UnitInput(
                Texts.name(unit, "code"),
                Texts.nameOrNull(unit, "name"),
                text(unit, "localName", Texts.NAME),
                Texts.language(unit, "localNameLocale"),
                text(unit, "parentCode", Texts.NAME),
                text(unit, "description", LONGEST_DESCRIPTION));
    }

    private static @Nullable String text(Parameters unit, String name, int longest) {
        return unit.has(name) ? Texts.atMost(unit, name, longest) : null;
    }
}
