package org.mimamori.engine.process;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.Group;
import org.mimamori.engine.directory.User;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;

/**
 * The people that a process names, for one record.
 *
 * @param appCreator who made the app
 * @param values what the record's fields hold
 */
public record ProcessPeople(Directory directory, EntityRef appCreator, Function<FieldCode, Value> values) {

    /** The active people the entities stand for, in the entities' order, each once. */
    public List<EntityRef> of(List<ProcessEntity> entities) {
        return entities.stream()
                .flatMap(entity -> refs(entity).flatMap(ref -> members(ref, entity.includeSubs())))
                .map(User::ref)
                .distinct()
                .toList();
    }

    /** Whether one of the entities stands for the actor. */
    public boolean include(List<ProcessEntity> entities, Actor actor) {
        return entities.stream().anyMatch(entity -> refs(entity).anyMatch(ref -> is(ref, entity.includeSubs(), actor)));
    }

    private Stream<EntityRef> refs(ProcessEntity entity) {
        return switch (entity.type()) {
            case USER -> Stream.of(EntityRef.user(entity.code()));
            case GROUP -> Stream.of(EntityRef.group(entity.code()));
            case ORGANIZATION -> Stream.of(EntityRef.organization(entity.code()));
            case CREATOR -> Stream.of(appCreator);
            case FIELD_ENTITY -> held(values.apply(new FieldCode(entity.code())));
        };
    }

    private static Stream<EntityRef> held(Value value) {
        return switch (value) {
            case Value.Entity(EntityRef ref) -> Stream.of(ref);
            case Value.Entities(List<EntityRef> refs) -> refs.stream();
            default -> Stream.empty();
        };
    }

    private Stream<User> members(EntityRef ref, boolean includeSubs) {
        return switch (ref.type()) {
            case USER -> directory.findUser(ref.code()).filter(User::active).stream();
            case GROUP -> directory.members(ref).stream();
            case ORGANIZATION ->
                includeSubs
                        ? directory.users().stream()
                                .filter(User::active)
                                .filter(user -> directory
                                        .withAncestors(user.organizations())
                                        .contains(ref.code()))
                        : directory.members(ref).stream();
        };
    }

    private static boolean is(EntityRef ref, boolean includeSubs, Actor actor) {
        if (!(actor instanceof Actor.Person person)) {
            return ref.equals(actor.ref());
        }
        return switch (ref.type()) {
            case USER -> ref.equals(person.ref());
            case GROUP ->
                Group.EVERYONE.equals(ref.code()) || person.user().groups().contains(ref.code());
            case ORGANIZATION ->
                includeSubs
                        ? person.organizationsAbove().contains(ref.code())
                        : person.user().organizations().contains(ref.code());
        };
    }
}
