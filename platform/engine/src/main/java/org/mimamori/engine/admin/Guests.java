package org.mimamori.engine.admin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mimamori.engine.change.Change;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Administrators;
import org.mimamori.engine.directory.PasswordCheck;
import org.mimamori.engine.directory.Profile;
import org.mimamori.engine.directory.User;
import org.mimamori.engine.space.SpaceStore;

/** People from outside. They belong to no organisation and see only the guest spaces they are invited to. */
public final class Guests {

    private final Ground ground;
    private final PasswordCheck passwords;
    private final SpaceStore spaces;

    public Guests(Ground ground, PasswordCheck passwords, SpaceStore spaces) {
        this.ground = ground;
        this.passwords = passwords;
        this.spaces = spaces;
    }

    /** Lets guests in, all or none; for administrators. They are in no space yet. */
    public void add(Actor actor, List<GuestInput> inputs) {
        Administrators.require(actor);
        Map<String, String> hashes = hashes(inputs);
        ground.transactions().run(() -> {
            Set<String> taken = ground
                    .register()
                    .users(inputs.stream().map(GuestInput::code).toList())
                    .stream()
                    .map(User::code)
                    .collect(Collectors.toCollection(HashSet::new));
            List<User> users = new ArrayList<>();
            List<Profile> profiles = new ArrayList<>();
            for (int i = 0; i < inputs.size(); i++) {
                GuestInput input = inputs.get(i);
                if (!taken.add(input.code())) {
                    throw Ground.refuse("guests[" + i + "].code", "taken");
                }
                User user = guest(input);
                Profile profile = ground.changed(ground.profile(user.ref()), input.details());
                users.add(user);
                profiles.add(profile);
                log(actor, Change.Deed.CREATED, user.code(), Map.of(), Users.state(user, profile, true));
            }
            ground.register().saveProfiles(profiles);
            hashes.forEach(ground.register()::savePasswordHash);
            ground.register().saveUsers(users);
            return true;
        });
    }

    private static User guest(GuestInput input) {
        String reading = Stream.of("surNameReading", "givenNameReading")
                .map(part -> input.details().getOrDefault(part, ""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return new User(
                input.code(),
                input.name(),
                reading,
                input.code(),
                input.language() == null ? null : input.language().chosen(),
                input.zone(),
                true,
                List.of(),
                List.of(),
                false,
                true);
    }

    private Map<String, String> hashes(List<GuestInput> inputs) {
        for (int i = 0; i < inputs.size(); i++) {
            Users.requireGood(inputs.get(i).code(), inputs.get(i).password(), "guests[" + i + "].password");
        }
        Map<String, String> hashes = new HashMap<>();
        inputs.forEach(input -> hashes.put(input.code(), passwords.hash(input.password())));
        return hashes;
    }

    /** Shuts guests out of every space and removes them, all or none; for administrators. */
    public void delete(Actor actor, List<String> codes) {
        Administrators.require(actor);
        ground.transactions().run(() -> {
            Map<String, User> there = ground.register().users(codes).stream()
                    .filter(User::guest)
                    .collect(Collectors.toMap(User::code, user -> user));
            for (int i = 0; i < codes.size(); i++) {
                User user = there.get(codes.get(i));
                if (user == null) {
                    throw Ground.refuse("guests[" + i + "]", "unknownGuest", codes.get(i));
                }
                Map<String, String> last = Users.state(user, ground.profile(user.ref()), false);
                log(actor, Change.Deed.DELETED, user.code(), last, Map.of());
            }
            spaces.spaces().stream()
                    .filter(space -> space.guests().stream().anyMatch(codes::contains))
                    .map(space -> space.without(codes))
                    .forEach(spaces::save);
            ground.register().deleteUsers(codes);
            return true;
        });
    }

    private void log(
            Actor actor, Change.Deed deed, String code, Map<String, String> before, Map<String, String> after) {
        ground.log(actor, Change.Subject.GUEST, code, deed, Ground.differences(before, after));
    }
}
