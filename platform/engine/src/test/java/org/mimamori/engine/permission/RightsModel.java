package org.mimamori.engine.permission;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.EntityType;
import org.mimamori.engine.field.FieldCode;

/**
 * kintone's rules of rights written down plainly, record by record, with no filters: what {@link Permissions} is held
 * against. Slow and obvious on purpose.
 */
final class RightsModel {

    /** A record as far as rights look at it: what its entity fields name, and which conditions it meets. */
    record Sheet(Map<String, List<EntityRef>> named, Set<String> meets) {}

    private final Rights rights;
    private final EntityRef creator;

    RightsModel(Rights rights, EntityRef creator) {
        this.rights = rights;
        this.creator = creator;
    }

    boolean may(Actor.Person person, Right right) {
        if (right == Right.MANAGE && person.user().systemAdmin()) {
            return true;
        }
        Optional<AppRight> row = everyoneLast(rights.app(), AppRight::entity)
                .filter(r -> names(person, r.entity(), r.includeSubs(), null))
                .findFirst();
        Set<Right> granted = row.map(AppRight::rights).orElse(Set.of());
        return granted.contains(right)
                || right == Right.VIEW
                        && (granted.contains(Right.EDIT)
                                || granted.contains(Right.DELETE)
                                || granted.contains(Right.EXPORT))
                || right == Right.ADD && granted.contains(Right.IMPORT);
    }

    Accessibility accessibility(Actor.Person person, FieldCode field, Sheet record) {
        for (FieldRight right : rights.fields()) {
            if (right.code().equals(field)) {
                return everyoneLast(right.entities(), FieldRight.Row::entity)
                        .filter(row -> names(person, row.entity(), row.includeSubs(), record))
                        .findFirst()
                        .map(FieldRight.Row::accessibility)
                        .orElse(Accessibility.NONE);
            }
        }
        return Accessibility.WRITE;
    }

    boolean views(Actor.Person person, Sheet record) {
        return may(person, Right.VIEW) && inRecordRights(person, record, RecordRight.Row::viewable);
    }

    boolean edits(Actor.Person person, Sheet record) {
        return may(person, Right.EDIT)
                && views(person, record)
                && inRecordRights(person, record, RecordRight.Row::editable);
    }

    boolean deletes(Actor.Person person, Sheet record) {
        return may(person, Right.DELETE)
                && views(person, record)
                && inRecordRights(person, record, RecordRight.Row::deletable);
    }

    private boolean inRecordRights(Actor.Person person, Sheet record, Function<RecordRight.Row, Boolean> granted) {
        for (RecordRight block : rights.records()) {
            if (block.filterCond().isEmpty() || record.meets().contains(block.filterCond())) {
                return everyoneLast(block.entities(), RecordRight.Row::entity)
                        .filter(row -> names(person, row.entity(), row.includeSubs(), record))
                        .findFirst()
                        .map(granted)
                        .orElse(false);
            }
        }
        return true;
    }

    private boolean names(
            Actor.Person person,
            RightEntity entity,
            boolean includeSubs,
            @org.jspecify.annotations.Nullable Sheet record) {
        BiPredicate<EntityType, String> is = (type, code) -> switch (type) {
            case USER -> person.user().code().equals(code);
            case ORGANIZATION ->
                includeSubs
                        ? person.organizationsAbove().contains(code)
                        : person.user().organizations().contains(code);
            case GROUP -> code.equals("everyone") || person.user().groups().contains(code);
        };
        return switch (entity.type()) {
            case USER -> is.test(EntityType.USER, entity.code());
            case ORGANIZATION -> is.test(EntityType.ORGANIZATION, entity.code());
            case GROUP -> is.test(EntityType.GROUP, entity.code());
            case CREATOR -> person.ref().equals(creator);
            case FIELD_ENTITY ->
                record != null
                        && record.named().getOrDefault(entity.code(), List.of()).stream()
                                .anyMatch(ref -> is.test(ref.type(), ref.code()));
        };
    }

    private static <T> Stream<T> everyoneLast(List<T> rows, Function<T, RightEntity> entity) {
        return rows.stream()
                .sorted(Comparator.comparing(row -> entity.apply(row).code().equals("everyone")));
    }
}
