package org.mimamori.engine.report;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.Report;
import org.mimamori.engine.field.Value;

/**
 * What a report came to.
 *
 * @param zone whose days and hours are meant
 * @param rows the groups in the report's order, no more than its kind shows
 * @param totals each aggregation over all groups, those not shown included; a record that lies in two groups counts in
 *     both
 * @param leftOut how many records (or rows of a table) lie in no group, for a field they are gathered by is blank
 * @param cut how many groups are not shown
 * @param cross the groups crossed with those of the last level; null for one level, and for a plain table
 */
public record ReportResult(
        Report report,
        ZoneId zone,
        List<Row> rows,
        List<Value> totals,
        long leftOut,
        long cut,
        @Nullable CrossTable cross) {

    public ReportResult {
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
    }

    /**
     * One group.
     *
     * @param keys one for each level; a unit of time goes by where it starts
     * @param figures one for each aggregation; blank where there is no value
     */
    public record Row(List<Value> keys, List<Value> figures) {
        public Row {
            keys = List.copyOf(keys);
            figures = List.copyOf(figures);
        }
    }
}
