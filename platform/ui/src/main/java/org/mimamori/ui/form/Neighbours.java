package org.mimamori.ui.form;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Operator;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.query.Condition;
import org.mimamori.engine.query.Query;
import org.mimamori.engine.query.QueryLimits;
import org.mimamori.engine.query.SortKey;
import org.mimamori.engine.record.AppRecord;
import org.mimamori.engine.record.RecordQuery;
import org.mimamori.engine.record.RecordService;
import org.mimamori.ui.list.ListQuery;
import org.mimamori.ui.list.ListState;

/**
 * The records before and after one, in the list it was opened from.
 *
 * @param before above it in the list; null for the first
 * @param after below it in the list; null for the last
 */
record Neighbours(@Nullable Place before, @Nullable Place after) {

    private static final QueryLimits ONE = new QueryLimits(1, 1, 0);

    /** How far a record may have moved in its list since it was opened. */
    private static final int MOVED = 20;

    /** A record's place in the list, or {@link ListState#NOWHERE} where there is no list. */
    record Place(long record, int at) {}

    static Neighbours of(Actor actor, RecordService records, AppDefinition app, ListState list, long record) {
        try {
            return list.at() == ListState.NOWHERE
                    ? byNumber(actor, records, app, record)
                    : inList(actor, records, app, list, record);
        } catch (PlatformException brokenAddress) {
            return new Neighbours(null, null);
        }
    }

    private static Neighbours inList(
            Actor actor, RecordService records, AppDefinition app, ListState list, long record) {
        int from = Math.max(0, list.at() - MOVED);
        RecordQuery around = new ListQuery(app, list).page(from, 2 * MOVED + 1, List.of());
        List<Long> ids = records.find(actor, app.id(), around).records().stream()
                .map(AppRecord::id)
                .toList();
        int found = ids.indexOf(record);
        if (found < 0) {
            return new Neighbours(null, null);
        }
        return new Neighbours(
                found == 0 ? null : new Place(ids.get(found - 1), from + found - 1),
                found == ids.size() - 1 ? null : new Place(ids.get(found + 1), from + found + 1));
    }

    /** Without a list, the app's default order: newest first. */
    private static Neighbours byNumber(Actor actor, RecordService records, AppDefinition app, long record) {
        return new Neighbours(
                next(actor, records, app, record, Operator.GREATER, true).orElse(null),
                next(actor, records, app, record, Operator.LESS, false).orElse(null));
    }

    private static Optional<Place> next(
            Actor actor, RecordService records, AppDefinition app, long record, Operator side, boolean ascending) {
        Condition beyond =
                Condition.Test.of(FieldCode.ID.text(), side, new Condition.Operand.Bare(Long.toString(record)));
        Query query = new Query(beyond, List.of(new SortKey(FieldCode.ID, ascending)), 1, 0);
        return records.find(actor, app.id(), new RecordQuery(query, "", List.of(), false, ONE)).records().stream()
                .findFirst()
                .map(found -> new Place(found.id(), ListState.NOWHERE));
    }
}
