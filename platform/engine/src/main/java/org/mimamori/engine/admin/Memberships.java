package org.mimamori.engine.admin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mimamori.engine.change.Change;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Administrators;
import org.mimamori.engine.directory.Group;
import org.mimamori.engine.directory.Organization;
import org.mimamori.engine.directory.User;

/**
 * Who belongs to which organisation and group. The group {@code everyone} has everybody and cannot be given or taken;
 * membership of {@code Administrators} is the right to administer the site.
 */
public final class Memberships {

    private final Ground ground;

    public Memberships(Ground ground) {
        this.ground = ground;
    }

    /** Sets the organisations of people, the primary one first. */
    public void setOrganizations(Actor actor, Map<String, List<String>> wanted) {
        Administrators.require(actor);
        ground.transactions().run(() -> {
            Set<String> known = ground.register().organizations().stream()
                    .map(Organization::code)
                    .collect(Collectors.toSet());
            Map<String, User> people = people(wanted.keySet());
            List<User> changed = new ArrayList<>();
            int i = 0;
            for (Map.Entry<String, List<String>> entry : wanted.entrySet()) {
                String place = "userOrganizations[" + i++ + "]";
                User user = require(people, entry.getKey(), place + ".code");
                requireKnown(known, entry.getValue(), place + ".organizations", "unknownOrganization");
                changed.add(user.in(entry.getValue().stream().distinct().toList()));
            }
            return save(actor, people, changed);
        });
    }

    /** Sets the groups of one person. */
    public void setGroups(Actor actor, String code, List<String> groups) {
        Administrators.require(actor);
        ground.transactions().run(() -> {
            Map<String, User> people = people(Set.of(code));
            User user = require(people, code, "code");
            requireKnown(codes(), groups, "groups", "unknownGroup");
            boolean administers = groups.contains(Administrators.GROUP);
            requireNotOneself(actor, user, administers, "groups");
            return save(actor, people, List.of(user.with(own(groups), administers)));
        });
    }

    /** Sets who is in a group. */
    public void setMembers(Actor actor, String group, List<String> codes) {
        Administrators.require(actor);
        ground.transactions().run(() -> {
            if (!codes().contains(group)) {
                throw Ground.refuse("code", "unknownGroup", group);
            }
            if (group.equals(Group.EVERYONE)) {
                throw Ground.refuse("code", "everyone");
            }
            Map<String, User> people = houseByCode();
            for (int i = 0; i < codes.size(); i++) {
                require(people, codes.get(i), "users[" + i + "]");
            }
            Set<String> members = new HashSet<>(codes);
            List<User> changed = people.values().stream()
                    .map(user -> joining(actor, user, group, members.contains(user.code())))
                    .flatMap(List::stream)
                    .toList();
            return save(actor, people, changed);
        });
    }

    /** The user in or out of the group; nobody when that is so already. */
    private static List<User> joining(Actor actor, User user, String group, boolean in) {
        if (group.equals(Administrators.GROUP)) {
            requireNotOneself(actor, user, in, "users");
            return user.systemAdmin() == in ? List.of() : List.of(user.with(user.groups(), in));
        }
        if (user.groups().contains(group) == in) {
            return List.of();
        }
        List<String> groups = new ArrayList<>(user.groups());
        if (in) {
            groups.add(group);
        } else {
            groups.remove(group);
        }
        return List.of(user.with(groups, user.systemAdmin()));
    }

    private static void requireNotOneself(Actor actor, User user, boolean administers, String place) {
        if (user.ref().equals(actor.ref()) && user.systemAdmin() && !administers) {
            throw Ground.refuse(place, "oneself");
        }
    }

    private Set<String> codes() {
        return Stream.concat(
                        ground.register().groups().stream().map(Group::code),
                        Stream.of(Group.EVERYONE, Administrators.GROUP))
                .collect(Collectors.toSet());
    }

    private static List<String> own(List<String> groups) {
        return groups.stream()
                .filter(code -> !code.equals(Group.EVERYONE) && !code.equals(Administrators.GROUP))
                .distinct()
                .toList();
    }

    private Map<String, User> people(Set<String> codes) {
        return byCode(ground.register().users(codes));
    }

    private Map<String, User> houseByCode() {
        return byCode(ground.register().users());
    }

    private static Map<String, User> byCode(List<User> users) {
        return users.stream()
                .filter(user -> !user.guest())
                .collect(Collectors.toMap(User::code, Function.identity(), (a, b) -> b, HashMap::new));
    }

    private static User require(Map<String, User> people, String code, String place) {
        User user = people.get(code);
        if (user == null) {
            throw Ground.refuse(place, "unknownUser", code);
        }
        return user;
    }

    private static void requireKnown(Set<String> known, List<String> codes, String place, String key) {
        for (int i = 0; i < codes.size(); i++) {
            if (!known.contains(codes.get(i))) {
                throw Ground.refuse(place + "[" + i + "]", key, codes.get(i));
            }
        }
    }

    private Boolean save(Actor actor, Map<String, User> before, List<User> after) {
        for (User user : after) {
            ground.log(
                    actor,
                    Change.Subject.USER,
                    user.code(),
                    Change.Deed.UPDATED,
                    Ground.differences(state(Objects.requireNonNull(before.get(user.code()))), state(user)));
        }
        ground.register().saveUsers(after);
        return true;
    }

    private static Map<String, String> state(User user) {
        return Map.of(
                "organizations", String.join(",", user.organizations()),
                "groups", String.join(",", user.groups()),
                "administrator", Boolean.toString(user.systemAdmin()));
    }
}
