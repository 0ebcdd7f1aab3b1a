package org.mimamori.engine.field;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.EntityType;

/**
 * A default of a field that selects people, organisations or groups: one of them, or a function that finds one.
 *
 * @param type what the code names
 * @param code a code of the directory, or the function's name with its parentheses
 */
public record DefaultEntity(Type type, String code) {

    /** The acting person. */
    public static final String LOGINUSER = "LOGINUSER()";

    /** The acting person's primary organisation. */
    public static final String PRIMARY_ORGANIZATION = "PRIMARY_ORGANIZATION()";

    /** What a default can name. */
    public enum Type {
        USER,
        ORGANIZATION,
        GROUP,
        FUNCTION
    }

    /** Refuses defaults that are not of the field's kind; {@code function} is the one function it takes, or empty. */
    static void require(List<DefaultEntity> defaults, EntityType kind, String function) {
        for (DefaultEntity entry : defaults) {
            boolean sound = entry.type == Type.FUNCTION
                    ? entry.code.equals(function) && !function.isEmpty()
                    : entry.type == type(kind) && !entry.code.isEmpty();
            FieldSettingsFault.unless(sound, "defaultValue", "settings.wrongDefaultEntity", entry.code);
        }
    }

    static Value resolve(List<DefaultEntity> defaults, Initial initial) {
        return Value.entities(defaults.stream()
                .map(entry -> entry.resolve(initial))
                .flatMap(Stream::ofNullable)
                .distinct()
                .toList());
    }

    private @Nullable EntityRef resolve(Initial initial) {
        return switch (type) {
            case USER -> EntityRef.user(code);
            case ORGANIZATION -> EntityRef.organization(code);
            case GROUP -> EntityRef.group(code);
            case FUNCTION -> code.equals(LOGINUSER) ? initial.user() : primaryOrganization(initial.actor());
        };
    }

    private static @Nullable EntityRef primaryOrganization(Actor actor) {
        String primary = actor instanceof Actor.Person person ? person.user().primaryOrganization() : null;
        return primary == null ? null : EntityRef.organization(primary);
    }

    private static Type type(EntityType kind) {
        return switch (Objects.requireNonNull(kind)) {
            case USER -> Type.USER;
            case ORGANIZATION -> Type.ORGANIZATION;
            case GROUP -> Type.GROUP;
        };
    }
}
