package org.mimamori.engine.admin;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.mimamori.engine.change.Change;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Administrators;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.Group;
import org.mimamori.engine.directory.PasswordCheck;
import org.mimamori.engine.directory.PasswordRule;
import org.mimamori.engine.directory.Profile;
import org.mimamori.engine.directory.User;

/**
 * The people of the house. Everybody of the house may look them up; only administrators change them. Guests are no
 * people of the house and are not found here.
 */
public final class Users {

    private final Ground ground;
    private final PasswordCheck passwords;
    private final UserMaker maker;

    /** @param home zone of people who have chosen none */
    public Users(Ground ground, PasswordCheck passwords, ZoneId home) {
        this.ground = ground;
        this.passwords = passwords;
        this.maker = new UserMaker(ground, home);
    }

    public List<Entry<User>> find(Actor actor, Selection selection) {
        Administrators.requireOfTheHouse(actor);
        List<User> people =
                ground.register().users().stream().filter(user -> !user.guest()).toList();
        return ground.choose(people, User::ref, selection);
    }

    /** One person of the house, or the problem that names the parameter {@code code}. */
    public Entry<User> get(Actor actor, String code) {
        return find(actor, new Selection(List.of(), List.of(code), 1, 0)).stream()
                .findFirst()
                .orElseThrow(() -> Ground.refuse("code", "unknownUser", code));
    }

    /** The people directly in an organisation or group, active or not, in order of their numbers. */
    public List<Entry<User>> members(Actor actor, EntityRef unit, int size, int offset) {
        Administrators.requireOfTheHouse(actor);
        List<User> people = ground.register().users().stream()
                .filter(user -> !user.guest() && belongs(user, unit))
                .toList();
        return ground.choose(people, User::ref, new Selection(List.of(), List.of(), size, offset));
    }

    private static boolean belongs(User user, EntityRef unit) {
        return switch (unit.type()) {
            case USER -> user.ref().equals(unit);
            case ORGANIZATION -> user.organizations().contains(unit.code());
            case GROUP ->
                unit.code().equals(Group.EVERYONE)
                        || unit.code().equals(Administrators.GROUP) && user.systemAdmin()
                        || user.groups().contains(unit.code());
        };
    }

    /** Adds people, all or none; each needs a name and a password. */
    public void add(Actor actor, List<UserInput> inputs) {
        Administrators.require(actor);
        requireDistinct(inputs);
        Map<String, String> hashes = hashes(inputs);
        ground.transactions().run(() -> {
            Map<String, User> there = known(inputs);
            List<User> added = new ArrayList<>();
            List<Profile> profiles = new ArrayList<>();
            for (int i = 0; i < inputs.size(); i++) {
                UserInput input = inputs.get(i);
                if (there.containsKey(input.code())) {
                    throw Ground.refuse(place(i, "code"), "taken");
                }
                User user = maker.fresh(input, place(i, "primaryOrganization"));
                Profile profile = ground.changed(ground.profile(user.ref()), input.details());
                added.add(user);
                profiles.add(profile);
                log(actor, Change.Deed.CREATED, user.code(), Map.of(), state(user, profile, true));
            }
            return save(added, profiles, hashes);
        });
    }

    /** Changes people, all or none. */
    public void update(Actor actor, List<UserInput> inputs) {
        Administrators.require(actor);
        requireDistinct(inputs);
        Map<String, String> hashes = hashes(inputs);
        ground.transactions().run(() -> {
            Map<String, User> there = known(inputs);
            List<User> changed = new ArrayList<>();
            List<Profile> profiles = new ArrayList<>();
            for (int i = 0; i < inputs.size(); i++) {
                UserInput input = inputs.get(i);
                User before = require(there, input.code(), place(i, "code"));
                requireNotOneself(actor, before, Boolean.FALSE.equals(input.active()), place(i, "valid"));
                Profile old = ground.profile(before.ref());
                User after = maker.changed(before, input, place(i, "primaryOrganization"));
                Profile profile = ground.changed(old, input.details());
                changed.add(after);
                profiles.add(profile);
                log(
                        actor,
                        Change.Deed.UPDATED,
                        after.code(),
                        state(before, old, false),
                        state(after, profile, hashes.containsKey(after.code())));
            }
            return save(changed, profiles, hashes);
        });
    }

    /** Removes people, all or none. What they wrote stays and shows their code. */
    public void delete(Actor actor, List<String> codes) {
        Administrators.require(actor);
        ground.transactions().run(() -> {
            Map<String, User> there = byCode(ground.register().users(codes));
            for (int i = 0; i < codes.size(); i++) {
                User user = require(there, codes.get(i), "codes[" + i + "]");
                requireNotOneself(actor, user, true, "codes[" + i + "]");
                log(actor, Change.Deed.DELETED, user.code(), state(user, ground.profile(user.ref()), false), Map.of());
            }
            ground.register().deleteUsers(codes);
            return codes;
        });
    }

    private Boolean save(List<User> users, List<Profile> profiles, Map<String, String> hashes) {
        ground.register().saveProfiles(profiles);
        hashes.forEach(ground.register()::savePasswordHash);
        ground.register().saveUsers(users);
        return true;
    }

    /** Slow on purpose, so before the transaction. */
    private Map<String, String> hashes(List<UserInput> inputs) {
        Map<String, String> hashes = new HashMap<>();
        for (int i = 0; i < inputs.size(); i++) {
            UserInput input = inputs.get(i);
            if (input.password() != null) {
                requireGood(input.code(), input.password(), place(i, "password"));
            }
        }
        inputs.stream()
                .filter(input -> input.password() != null)
                .forEach(input -> hashes.put(input.code(), passwords.hash(input.password())));
        return hashes;
    }

    static void requireGood(String code, String password, String place) {
        switch (PasswordRule.judge(code, password)) {
            case GOOD -> {}
            case TOO_SHORT -> throw Ground.refuse(place, "tooShort", PasswordRule.SHORTEST);
            case TOO_LONG -> throw Ground.refuse(place, "tooLong", PasswordRule.LONGEST);
            case SAME_AS_LOGIN -> throw Ground.refuse(place, "passwordIsLogin");
        }
    }

    private Map<String, User> known(List<UserInput> inputs) {
        return byCode(
                ground.register().users(inputs.stream().map(UserInput::code).toList()));
    }

    private static Map<String, User> byCode(List<User> users) {
        Map<String, User> map = new HashMap<>();
        users.forEach(user -> map.put(user.code(), user));
        return map;
    }

    private static User require(Map<String, User> there, String code, String place) {
        User user = there.get(code);
        if (user == null || user.guest()) {
            throw Ground.refuse(place, "unknownUser", code);
        }
        return user;
    }

    /** Who locks themselves out leaves an installation that nobody administers. */
    private static void requireNotOneself(Actor actor, User user, boolean out, String place) {
        if (out && user.ref().equals(actor.ref())) {
            throw Ground.refuse(place, "oneself");
        }
    }

    private static void requireDistinct(List<UserInput> inputs) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < inputs.size(); i++) {
            if (!seen.add(inputs.get(i).code())) {
                throw Ground.refuse(place(i, "code"), "twice");
            }
        }
    }

    private void log(
            Actor actor, Change.Deed deed, String code, Map<String, String> before, Map<String, String> after) {
        ground.log(actor, Change.Subject.USER, code, deed, Ground.differences(before, after));
    }

    /** All of a person that the log tells; of a password, that it was set. */
    static Map<String, String> state(User user, Profile profile, boolean password) {
        Map<String, String> state = new TreeMap<>(profile.details());
        state.put("name", user.name());
        state.put("email", user.email());
        state.put("locale", user.language() == null ? "auto" : user.language().toLanguageTag());
        state.put("timezone", user.zone().getId());
        state.put("valid", Boolean.toString(user.active()));
        state.put("organizations", String.join(",", user.organizations()));
        state.put("groups", String.join(",", user.groups()));
        state.put("administrator", Boolean.toString(user.systemAdmin()));
        if (password) {
            state.put("password", "set");
        }
        return state;
    }

    private static String place(int index, String property) {
        return "users[" + index + "]." + property;
    }
}
