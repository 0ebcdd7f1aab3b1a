package org.mimamori.engine.notify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.change.Change;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.SystemValue;
import org.mimamori.engine.field.Value;

/**
 * Who has been given a record to act on by a change.
 *
 * @param field the field of the assignees
 */
record Assignment(FieldCode field, List<Receiver> receivers) {

    /** Nothing where the change gave it to nobody new. */
    static Optional<Assignment> of(Optional<AppDefinition> app, List<Change.Diff> diffs) {
        return field(app, SystemValue.STATUS_ASSIGNEE)
                .flatMap(code -> diffs.stream()
                        .filter(diff -> diff.field().equals(code))
                        .findFirst()
                        .map(diff -> new Assignment(code, added(diff))))
                .filter(assignment -> !assignment.receivers().isEmpty());
    }

    /** The app's field of that kind. */
    static Optional<FieldCode> field(Optional<AppDefinition> app, SystemValue value) {
        return app.stream()
                .flatMap(definition -> definition.fields().top().stream())
                .filter(field -> field.systemValue().filter(value::equals).isPresent())
                .map(Field::code)
                .findFirst();
    }

    private static List<Receiver> added(Change.Diff diff) {
        List<EntityRef> added = new ArrayList<>(refs(diff.after()));
        added.removeAll(refs(diff.before()));
        return added.stream().map(ref -> new Receiver(ref, false, true)).toList();
    }

    private static List<EntityRef> refs(@Nullable Value value) {
        return value instanceof Value.Entities(List<EntityRef> refs) ? refs : List.of();
    }
}
