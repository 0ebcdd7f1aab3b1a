package org.mimamori.engine.admin;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.change.Change;
import org.mimamori.engine.directory.Administrators;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.Group;
import org.mimamori.engine.directory.User;
import org.mimamori.engine.text.LocalText;

/** The groups; {@code everyone} and {@code Administrators} are always there and cannot be changed. */
public final class Groups extends Units<Group> {

    private static final List<Group> ALWAYS = List.of(
            new Group(Administrators.GROUP, LocalText.of("Administrators")),
            new Group(Group.EVERYONE, LocalText.of("Everyone", "ja", "全員")));

    public Groups(Ground ground) {
        super(ground, Change.Subject.GROUP, "groups");
    }

    @Override
    List<Group> all() {
        return Stream.concat(ALWAYS.stream(), ground.register().groups().stream())
                .toList();
    }

    @Override
    EntityRef ref(Group group) {
        return group.ref();
    }

    @Override
    LocalText name(Group group) {
        return group.name();
    }

    @Override
    Group made(UnitInput input, LocalText name, @Nullable Group before, String place, Map<String, Group> others) {
        requireOwn(input.code(), place + ".code");
        return new Group(input.code(), name);
    }

    @Override
    Map<String, String> more(Group group) {
        return Map.of();
    }

    @Override
    void save(List<Group> groups) {
        ground.register().saveGroups(groups);
    }

    @Override
    void delete(List<String> codes) {
        codes.forEach(code -> requireOwn(code, "codes"));
        List<User> leaving = ground.register().users().stream()
                .filter(user -> user.groups().stream().anyMatch(codes::contains))
                .map(user -> user.with(
                        user.groups().stream()
                                .filter(code -> !codes.contains(code))
                                .toList(),
                        user.systemAdmin()))
                .toList();
        ground.register().saveUsers(leaving);
        ground.register().deleteGroups(codes);
    }

    private static void requireOwn(String code, String place) {
        if (ALWAYS.stream().anyMatch(group -> group.code().equals(code))) {
            throw Ground.refuse(place, "everyone");
        }
    }
}
