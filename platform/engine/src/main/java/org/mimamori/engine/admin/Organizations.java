package org.mimamori.engine.admin;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.change.Change;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.Organization;
import org.mimamori.engine.directory.User;
import org.mimamori.engine.text.LocalText;

/** The tree of organisations. One with others below it cannot be deleted; the people of a deleted one stay. */
public final class Organizations extends Units<Organization> {

    public Organizations(Ground ground) {
        super(ground, Change.Subject.ORGANIZATION, "organizations");
    }

    @Override
    List<Organization> all() {
        return ground.register().organizations();
    }

    @Override
    EntityRef ref(Organization organization) {
        return organization.ref();
    }

    @Override
    LocalText name(Organization organization) {
        return organization.name();
    }

    @Override
    Organization made(
            UnitInput input,
            LocalText name,
            @Nullable Organization before,
            String place,
            Map<String, Organization> others) {
        String parent = parent(input, before);
        if (parent != null) {
            if (!others.containsKey(parent)) {
                throw Ground.refuse(place + ".parentCode", "unknownOrganization", parent);
            }
            requireNoCircle(input.code(), parent, others, place);
        }
        return new Organization(input.code(), name, before == null ? "" : before.kana(), parent);
    }

    private static @Nullable String parent(UnitInput input, @Nullable Organization before) {
        if (input.parent() == null) {
            return before == null ? null : before.parent();
        }
        return input.parent().isEmpty() ? null : input.parent();
    }

    private static void requireNoCircle(String code, String parent, Map<String, Organization> others, String place) {
        Set<String> above = new HashSet<>();
        @Nullable String next = parent;
        while (next != null && above.add(next)) {
            if (next.equals(code)) {
                throw Ground.refuse(place + ".parentCode", "circle");
            }
            Organization organization = others.get(next);
            next = organization == null ? null : organization.parent();
        }
    }

    @Override
    Map<String, String> more(Organization organization) {
        return Map.of("parentCode", Objects.requireNonNullElse(organization.parent(), ""));
    }

    @Override
    void save(List<Organization> organizations) {
        ground.register().saveOrganizations(organizations);
    }

    @Override
    void delete(List<String> codes) {
        for (Organization organization : all()) {
            if (organization.parent() != null
                    && codes.contains(organization.parent())
                    && !codes.contains(organization.code())) {
                throw Ground.refuse("codes", "hasOthersBelow", organization.parent());
            }
        }
        List<User> leaving = ground.register().users().stream()
                .filter(user -> user.organizations().stream().anyMatch(codes::contains))
                .map(user -> user.in(user.organizations().stream()
                        .filter(code -> !codes.contains(code))
                        .toList()))
                .toList();
        ground.register().saveUsers(leaving);
        ground.register().deleteOrganizations(codes);
    }
}
