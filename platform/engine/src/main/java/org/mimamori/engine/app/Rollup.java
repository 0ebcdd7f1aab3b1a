package org.mimamori.engine.app;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.RelatedApp;
import org.mimamori.engine.field.Shape;
import org.mimamori.engine.query.Query;

/**
 * A figure over related records, which formulas of this app may read by its name and which is brought up to date with
 * every write to either side. kintone lacks it.
 *
 * <p>When the other app is this one, the record being written counts among the related records, as it will be saved.
 * Keys and conditions may mention calculated fields, but none that itself depends on a roll-up: such fields are
 * calculated first.
 *
 * @param name the name formulas use; shares the name space of field codes
 * @param app the app whose records are counted; may be this one
 * @param field field of this app whose value the related records hold in {@code relatedField}; a blank value has no
 *     related records
 * @param relatedField field of the other app; in a table, a record is related when one of its rows holds the value, and
 *     the conditions hold in that same row
 * @param filterCond further condition on the related records; empty for none
 * @param function what is taken
 * @param of top-level field of the related records that is summed, compared or taken; null for COUNT and STREAK
 * @param upTo date field of both apps: only related records up to this record's own value are taken. Null takes all;
 *     STREAK needs it
 * @param whileCond for STREAK: condition of records that belong to the run
 * @param skipCond for STREAK: condition of records that neither belong to the run nor break it; empty for none
 * @param shape form of the result: {@code DECIMAL}, {@code DATE}, {@code TIME} or {@code MOMENT}
 */
public record Rollup(
        FieldCode name,
        RelatedApp app,
        FieldCode field,
        FieldCode relatedField,
        String filterCond,
        Function function,
        @Nullable FieldCode of,
        @Nullable FieldCode upTo,
        String whileCond,
        String skipCond,
        Shape shape) {

    /** Fields of the related records that the figure depends on. */
    public Set<FieldCode> mentions() {
        Set<FieldCode> mentions = new HashSet<>();
        mentions.add(relatedField);
        Stream.of(of, upTo).filter(Objects::nonNull).forEach(mentions::add);
        Stream.of(filterCond, whileCond, skipCond)
                .map(Query::parse)
                .forEach(query -> mentions.addAll(query.mentions()));
        return mentions;
    }

    /** Whether the figure changes with time alone, as a count of this month's records does. */
    public boolean dependsOnTime() {
        return Stream.of(filterCond, whileCond, skipCond).map(Query::parse).anyMatch(Query::dependsOnTime);
    }

    /** What is taken of the related records. */
    public enum Function {
        COUNT,
        SUM,
        MIN,
        MAX,
        AVERAGE,
        /** Length of the unbroken run of records, newest first, that meet {@code whileCond}. */
        STREAK
    }
}
