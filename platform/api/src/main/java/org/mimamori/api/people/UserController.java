package org.mimamori.api.people;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.mimamori.api.wire.Json;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.Reply;
import org.mimamori.engine.admin.Entry;
import org.mimamori.engine.admin.Groups;
import org.mimamori.engine.admin.Memberships;
import org.mimamori.engine.admin.Organizations;
import org.mimamori.engine.admin.Selection;
import org.mimamori.engine.admin.UserInput;
import org.mimamori.engine.admin.Users;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Administrators;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.Group;
import org.mimamori.engine.directory.User;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** People and what they belong to. */
@RestController
@RequestMapping("/v1")
final class UserController {

    private static final int MOST_GROUPS = 1000;

    private final Users users;
    private final Organizations organizations;
    private final Groups groups;
    private final Memberships memberships;

    UserController(Users users, Organizations organizations, Groups groups, Memberships memberships) {
        this.users = users;
        this.organizations = organizations;
        this.groups = groups;
        this.memberships = memberships;
    }

    @GetMapping("/users.json")
    Reply find(Actor actor, Parameters parameters) {
        return people(actor, "users", users.find(actor, Texts.selection(parameters)), Function.identity());
    }

    @PostMapping("/users.json")
    Reply add(Actor actor, Parameters parameters) {
        users.add(actor, read(parameters, UserReader::fresh));
        return Reply.EMPTY;
    }

    @PutMapping("/users.json")
    Reply update(Actor actor, Parameters parameters) {
        users.update(actor, read(parameters, UserReader::change));
        return Reply.EMPTY;
    }

    private static List<UserInput> read(Parameters parameters, Function<Parameters, UserInput> reader) {
        return Texts.list(parameters, "users").stream().map(reader).toList();
    }

    @DeleteMapping("/users.json")
    Reply delete(Actor actor, Parameters parameters) {
        users.delete(actor, Texts.codes(parameters));
        return Reply.EMPTY;
    }

    @GetMapping("/user/organizations.json")
    Reply organizationsOf(Actor actor, Parameters parameters) {
        User user = users.get(actor, parameters.text("code")).entity();
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("organizationTitles");
        if (!user.organizations().isEmpty()) {
            organizations.find(actor, named(user.organizations())).forEach(entry -> {
                ObjectNode title = list.addObject();
                title.set("organization", PeopleJson.organization(entry));
                title.putNull("title");
            });
        }
        return Reply.of(body);
    }

    @PutMapping("/userOrganizations.json")
    Reply setOrganizations(Actor actor, Parameters parameters) {
        Map<String, List<String>> wanted = new LinkedHashMap<>();
        for (Parameters one : Texts.list(parameters, "userOrganizations")) {
            one.require("code", "organizations");
            List<String> codes = new ArrayList<>();
            for (Parameters place : one.objects("organizations")) {
                codes.add(Texts.name(place.require("orgCode"), "orgCode"));
                if (place.has("titleCode")) {
                    throw place.refuse("titleCode", "unknownTitle");
                }
            }
            if (wanted.put(Texts.name(one, "code"), codes) != null) {
                throw one.refuse("code", "twice");
            }
        }
        memberships.setOrganizations(actor, wanted);
        return Reply.EMPTY;
    }

    @GetMapping("/user/groups.json")
    Reply groupsOf(Actor actor, Parameters parameters) {
        User user = users.get(actor, parameters.text("code")).entity();
        List<String> codes = new ArrayList<>(user.groups());
        codes.add(Group.EVERYONE);
        if (user.systemAdmin()) {
            codes.add(Administrators.GROUP);
        }
        ObjectNode body = Json.object();
        ArrayNode list = body.putArray("groups");
        groups.find(actor, named(codes)).forEach(entry -> list.add(PeopleJson.group(entry)));
        return Reply.of(body);
    }

    @PutMapping("/user/groups.json")
    Reply setGroups(Actor actor, Parameters parameters) {
        List<String> codes = parameters.require("code", "groups").texts("groups");
        if (codes.size() > MOST_GROUPS) {
            throw parameters.refuse("groups", "tooMany", MOST_GROUPS);
        }
        memberships.setGroups(actor, Texts.name(parameters, "code"), codes);
        return Reply.EMPTY;
    }

    @GetMapping("/organization/users.json")
    Reply ofOrganization(Actor actor, Parameters parameters) {
        EntityRef unit =
                organizations.get(actor, parameters.text("code")).entity().ref();
        return people(actor, "userTitles", members(actor, unit, parameters), user -> {
            ObjectNode title = Json.object();
            title.set("user", user);
            return title.putNull("title");
        });
    }

    @GetMapping("/group/users.json")
    Reply ofGroup(Actor actor, Parameters parameters) {
        EntityRef unit = groups.get(actor, parameters.text("code")).entity().ref();
        return people(actor, "users", members(actor, unit, parameters), Function.identity());
    }

    private List<Entry<User>> members(Actor actor, EntityRef unit, Parameters parameters) {
        return users.members(actor, unit, Texts.size(parameters), Texts.offset(parameters));
    }

    @PutMapping("/group/users.json")
    Reply setMembers(Actor actor, Parameters parameters) {
        List<String> codes = parameters.require("code", "users").texts("users");
        if (codes.size() > MOST_GROUPS) {
            throw parameters.refuse("users", "tooMany", MOST_GROUPS);
        }
        memberships.setMembers(actor, Texts.name(parameters, "code"), codes);
        return Reply.EMPTY;
    }

    private Reply people(Actor actor, String list, List<Entry<User>> entries, Function<ObjectNode, ObjectNode> shape) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        organizations
                .find(actor, named(List.of()))
                .forEach(entry ->
                        numbers.put(entry.entity().code(), entry.profile().number()));
        ObjectNode body = Json.object();
        ArrayNode array = body.putArray(list);
        entries.forEach(entry -> array.add(shape.apply(PeopleJson.user(entry, numbers))));
        return Reply.of(body);
    }

    private static Selection named(List<String> codes) {
        return new Selection(List.of(), codes, Integer.MAX_VALUE, 0);
    }
}
