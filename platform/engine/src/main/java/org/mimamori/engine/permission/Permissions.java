package org.mimamori.engine.permission;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.Group;
import org.mimamori.engine.directory.TokenRight;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.query.Filter;

/**
 * Works out what an actor may do in an app. kintone's rules: every layer must allow; in each list the first row that
 * names the person decides alone; the row of Everyone comes last wherever it stands.
 */
public final class Permissions {

    private final Rights rights;
    private final EntityRef creator;
    private final Function<String, Filter> conditions;

    /**
     * @param creator who made the app
     * @param conditions turns the condition of a block of record rights into a filter, over all fields
     */
    public Permissions(Rights rights, EntityRef creator, Function<String, Filter> conditions) {
        this.rights = rights;
        this.creator = creator;
        this.conditions = conditions;
    }

    /** The access of the actor to the app of that number. */
    public Access of(Actor actor, long app) {
        return switch (actor) {
            case Actor.Platform platform -> Access.full();
            case Actor.Program program -> ofProgram(program, app);
            case Actor.Person person -> ofPerson(person);
        };
    }

    /** Tokens carry flags only; record and field rights do not bind them, as in kintone. */
    private static Access ofProgram(Actor.Program program, long app) {
        Set<Right> allowed = EnumSet.noneOf(Right.class);
        for (TokenRight right : TokenRight.values()) {
            if (program.may(app, right)) {
                allowed.add(Right.valueOf(right.name()));
            }
        }
        return new Access(
                allowed,
                allowed.contains(Right.VIEW) ? Filter.EVERYTHING : Filter.NOTHING,
                allowed.contains(Right.EDIT) ? Filter.EVERYTHING : Filter.NOTHING,
                allowed.contains(Right.DELETE) ? Filter.EVERYTHING : Filter.NOTHING,
                Map.of());
    }

    private Access ofPerson(Actor.Person person) {
        Matching matching = new Matching(person, creator);
        Set<Right> allowed = appRights(person, matching);
        Filter visible = allowed.contains(Right.VIEW) ? records(matching, RecordRight.Row::viewable) : Filter.NOTHING;
        return new Access(
                allowed,
                visible,
                allowed.contains(Right.EDIT)
                        ? visible.and(records(matching, RecordRight.Row::editable))
                        : Filter.NOTHING,
                allowed.contains(Right.DELETE)
                        ? visible.and(records(matching, RecordRight.Row::deletable))
                        : Filter.NOTHING,
                fieldRights(matching));
    }

    private Set<Right> appRights(Actor.Person person, Matching matching) {
        Set<Right> allowed = EnumSet.noneOf(Right.class);
        everyoneLast(rights.app(), AppRight::entity).stream()
                .filter(row -> matching.names(row.entity(), row.includeSubs()).orElse(false))
                .findFirst()
                .ifPresent(row -> allowed.addAll(row.rights()));
        // Whoever administers the site may open an app's settings; that shows no records.
        if (person.user().systemAdmin()) {
            allowed.add(Right.MANAGE);
        }
        return allowed;
    }

    /** The records for which the rights give what {@code granted} asks of a row. */
    private Filter records(Matching matching, Predicate<RecordRight.Row> granted) {
        Filter result = Filter.EVERYTHING;
        for (int i = rights.records().size() - 1; i >= 0; i--) {
            RecordRight block = rights.records().get(i);
            Filter covered = conditions.apply(block.filterCond());
            Filter granting = matching.firstMatch(
                    everyoneLast(block.entities(), RecordRight.Row::entity),
                    RecordRight.Row::entity,
                    RecordRight.Row::includeSubs,
                    granted);
            result = Filter.any(
                    List.of(covered.and(granting), Filter.not(covered).and(result)));
        }
        return result;
    }

    private Map<FieldCode, FieldAccess> fieldRights(Matching matching) {
        Map<FieldCode, FieldAccess> result = new HashMap<>();
        for (FieldRight right : rights.fields()) {
            List<FieldRight.Row> rows = everyoneLast(right.entities(), FieldRight.Row::entity);
            result.putIfAbsent(
                    right.code(),
                    new FieldAccess(
                            recordsGiving(matching, rows, Accessibility::readable),
                            recordsGiving(matching, rows, Accessibility::writable)));
        }
        return result;
    }

    private static Filter recordsGiving(Matching matching, List<FieldRight.Row> rows, Predicate<Accessibility> enough) {
        return matching.firstMatch(
                rows, FieldRight.Row::entity, FieldRight.Row::includeSubs, row -> enough.test(row.accessibility()));
    }

    private static <T> List<T> everyoneLast(List<T> rows, Function<T, RightEntity> entity) {
        return rows.stream()
                .sorted(Comparator.comparing(row -> isEveryone(entity.apply(row))))
                .toList();
    }

    private static boolean isEveryone(RightEntity entity) {
        return entity.type() == RightEntity.Type.GROUP && Group.EVERYONE.equals(entity.code());
    }
}
