package org.mimamori.engine.webhook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.change.Change;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.SystemValue;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.permission.Access;
import org.mimamori.engine.permission.Right;
import org.mimamori.engine.query.Filter;
import org.mimamori.engine.query.FilterTest;

/** What a reader may know of a change that the record itself no longer tells. */
final class Seen {

    /** Of a record's own data, what stands among its values. */
    private static final Set<SystemValue> IN_VALUES = Set.of(SystemValue.STATUS, SystemValue.STATUS_ASSIGNEE);

    private Seen() {}

    /**
     * Whether a change touched a field the reader may see: an update of nothing but hidden ones betrays them. A message
     * of a change of the status tells by its very type that the status changed, so it asks for the status itself.
     *
     * @param access what the reader may do in the record
     */
    static boolean change(AppDefinition app, Access access, Change change) {
        if (change.what() instanceof Change.What.StatusChanged) {
            return access.of(app.fields().system(SystemValue.STATUS).code()).readable();
        }
        return diffs(change).stream()
                .map(Change.Diff::field)
                .anyMatch(code -> app.field(code).isPresent() && access.of(code).readable());
    }

    private static List<Change.Diff> diffs(Change change) {
        return switch (change.what()) {
            case Change.What.Updated(List<Change.Diff> diffs) -> diffs;
            default -> List.of();
        };
    }

    /**
     * Whether the reader could see a record when it was deleted, judged by its last values. A right that asks for more
     * than they tell, such as who made the record, is taken for a no.
     */
    static boolean deleted(AppDefinition app, Access access, Change change) {
        if (!access.may(Right.VIEW) || !(change.what() instanceof Change.What.Deleted(List<Change.Diff> diffs))) {
            return false;
        }
        Filter visible = access.visible();
        Map<FieldCode, Value> last = new HashMap<>();
        diffs.forEach(diff -> last.put(diff.field(), orBlank(diff.before())));
        return fields(visible).allMatch(code -> isStored(app, code))
                && FilterTest.holds(visible, code -> last.getOrDefault(code, Value.BLANK), app.fields()::field);
    }

    private static boolean isStored(AppDefinition app, FieldCode code) {
        return app.field(code)
                .filter(field -> field.systemValue().isEmpty()
                        || IN_VALUES.contains(field.systemValue().get()))
                .isPresent();
    }

    private static Value orBlank(@Nullable Value value) {
        return value == null ? Value.BLANK : value;
    }

    private static Stream<FieldCode> fields(Filter filter) {
        return switch (filter) {
            case Filter.All(List<Filter> of) -> of.stream().flatMap(Seen::fields);
            case Filter.Any(List<Filter> of) -> of.stream().flatMap(Seen::fields);
            case Filter.Not(Filter of) -> fields(of);
            case Filter.Equal equal -> Stream.of(equal.field());
            case Filter.In in -> Stream.of(in.field());
            case Filter.Between between -> Stream.of(between.field());
            case Filter.Contains contains -> Stream.of(contains.field());
            case Filter.Empty empty -> Stream.of(empty.field());
            case Filter.AnyRow any -> Stream.of(any.table());
            case Filter.EveryRow every -> Stream.of(every.table());
            case Filter.Search(var words, List<FieldCode> in) -> in.stream();
        };
    }
}
