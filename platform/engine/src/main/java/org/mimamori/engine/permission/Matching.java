package org.mimamori.engine.permission;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.Group;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.query.Filter;

/** Whether a row of rights names a person, and for rows that depend on the record, for which records it does. */
final class Matching {

    private final Actor.Person person;
    private final EntityRef creator;

    /** @param creator who made the app */
    Matching(Actor.Person person, EntityRef creator) {
        this.person = person;
        this.creator = creator;
    }

    /** Whether the row names the person whatever the record; empty when that depends on the record. */
    Optional<Boolean> names(RightEntity entity, boolean includeSubs) {
        return switch (entity.type()) {
            case USER -> Optional.of(person.user().code().equals(entity.code()));
            case ORGANIZATION -> Optional.of(inOrganization(entity.code(), includeSubs));
            case GROUP -> Optional.of(inGroup(entity.code()));
            case CREATOR -> Optional.of(person.ref().equals(creator));
            case FIELD_ENTITY -> Optional.empty();
        };
    }

    /**
     * The records for which the first row that names the person grants what is asked. Folds the rows from the last to
     * the first: a row decides for the records on which it names the person, those after it for the others.
     */
    <T> Filter firstMatch(
            List<T> rows, Function<T, RightEntity> entity, Predicate<T> includeSubs, Predicate<T> granted) {
        Filter rest = Filter.NOTHING;
        for (T row : rows.reversed()) {
            Filter named = recordsOf(entity.apply(row), includeSubs.test(row));
            rest = granted.test(row)
                    ? Filter.any(List.of(named, rest))
                    : Filter.not(named).and(rest);
        }
        return rest;
    }

    /** The records for which the row names the person. */
    private Filter recordsOf(RightEntity entity, boolean includeSubs) {
        return names(entity, includeSubs)
                .map(names -> names ? Filter.EVERYTHING : Filter.NOTHING)
                .orElseGet(() -> recordsNaming(new FieldCode(entity.code()), includeSubs));
    }

    /** The records whose field names the person. */
    private Filter recordsNaming(FieldCode field, boolean includeSubs) {
        Stream<EntityRef> organizations = (includeSubs
                        ? person.organizationsAbove().stream().sorted()
                        : person.user().organizations().stream())
                .map(EntityRef::organization);
        Stream<EntityRef> groups = Stream.concat(person.user().groups().stream(), Stream.of(Group.EVERYONE))
                .map(EntityRef::group);
        List<Value> operands = Stream.of(Stream.of(person.ref()), organizations, groups)
                .flatMap(refs -> refs)
                .<Value>map(Value.Entity::new)
                .toList();
        return new Filter.In(field, operands);
    }

    private boolean inOrganization(String code, boolean includeSubs) {
        return includeSubs
                ? person.organizationsAbove().contains(code)
                : person.user().organizations().contains(code);
    }

    private boolean inGroup(String code) {
        return Group.EVERYONE.equals(code) || person.user().groups().contains(code);
    }
}
