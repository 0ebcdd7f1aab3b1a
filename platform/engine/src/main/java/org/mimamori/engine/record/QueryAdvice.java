package org.mimamori.engine.record;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Operator;
import org.mimamori.engine.query.SortKey;

/**
 * A kind of query that made the database look at many records to find few, for want of an index. Holds codes of fields
 * and operators, never what somebody looked for. A list view with such a condition and order gives it an index.
 *
 * @param filter what is asked of fields, those included that rights ask
 * @param times how often such a query was slow since the start of this process
 * @param slowest the longest it took
 * @param examined how many index entries or records the database looked at, when it was last asked
 * @param found how many records it found
 * @param last when such a query was slow the last time
 */
public record QueryAdvice(
        List<Asked> filter, List<SortKey> sort, long times, Duration slowest, long examined, long found, Instant last) {

    public QueryAdvice {
        filter = List.copyOf(filter);
        sort = List.copyOf(sort);
    }

    /** One test of one field. */
    public record Asked(FieldCode field, Operator operator) implements Comparable<Asked> {

        @Override
        public int compareTo(Asked other) {
            int byField = field.compareTo(other.field);
            return byField != 0 ? byField : operator.compareTo(other.operator);
        }
    }
}
