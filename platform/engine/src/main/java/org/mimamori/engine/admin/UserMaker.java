package org.mimamori.engine.admin;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.Organization;
import org.mimamori.engine.directory.Profile;
import org.mimamori.engine.directory.User;

/** Makes people of what was said of them. */
final class UserMaker {

    private final Ground ground;
    private final ZoneId home;

    UserMaker(Ground ground, ZoneId home) {
        this.ground = ground;
        this.home = home;
    }

    User fresh(UserInput input, String primaryPlace) {
        Long primary = input.primaryOrganization();
        List<String> organizations = primary == null ? List.of() : List.of(organization(primary, primaryPlace));
        return new User(
                input.code(),
                Objects.requireNonNullElse(input.name(), input.code()),
                kana(input.details(), ""),
                Objects.requireNonNullElse(input.email(), ""),
                input.language() == null ? null : input.language().chosen(),
                Objects.requireNonNullElse(input.zone(), home),
                Objects.requireNonNullElse(input.active(), true),
                organizations,
                List.of(),
                false);
    }

    User changed(User user, UserInput input, String primaryPlace) {
        return new User(
                user.code(),
                Objects.requireNonNullElse(input.name(), user.name()),
                kana(input.details(), user.kana()),
                Objects.requireNonNullElse(input.email(), user.email()),
                input.language() == null ? user.language() : input.language().chosen(),
                Objects.requireNonNullElse(input.zone(), user.zone()),
                Objects.requireNonNullElse(input.active(), user.active()),
                primaryFirst(user.organizations(), input.primaryOrganization(), primaryPlace),
                user.groups(),
                user.systemAdmin(),
                user.guest());
    }

    private List<String> primaryFirst(List<String> organizations, @Nullable Long primary, String place) {
        if (primary == null) {
            return organizations;
        }
        String code = organization(primary, place);
        if (!organizations.contains(code)) {
            throw Ground.refuse(place, "notAMember", code);
        }
        List<String> ordered = new ArrayList<>(organizations);
        ordered.remove(code);
        ordered.addFirst(code);
        return ordered;
    }

    /** The code of the organisation of that number. */
    private String organization(long number, String place) {
        List<EntityRef> all = ground.register().organizations().stream()
                .map(Organization::ref)
                .toList();
        return ground.register().profiles(all, ground.clock().instant()).values().stream()
                .filter(profile -> profile.number() == number)
                .map(Profile::entity)
                .map(EntityRef::code)
                .findFirst()
                .orElseThrow(() -> Ground.refuse(place, "unknownOrganization", number));
    }

    /** The reading as one text, when a part of it is told. */
    private static String kana(Map<String, String> details, String before) {
        String surname = details.get("surNameReading");
        String given = details.get("givenNameReading");
        if (surname == null && given == null) {
            return before;
        }
        return Stream.of(surname, given)
                .filter(part -> part != null && !part.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
