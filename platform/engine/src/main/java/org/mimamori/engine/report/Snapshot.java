package org.mimamori.engine.report;

import java.time.Instant;
import java.util.List;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.app.Report;
import org.mimamori.engine.field.Value;

/**
 * The result of a report as it was kept.
 *
 * @param report number of the report
 * @param due when it was due; there is one result for each time
 * @param taken when it was worked out: later than due when the platform did not run
 * @param groups what it was gathered by at that time
 * @param aggregations what it took at that time
 * @param filterCond the condition at that time
 * @param rows its groups, in order
 * @param totals over all groups
 * @param leftOut records in no group
 * @param cut groups that were not kept
 */
public record Snapshot(
        AppId app,
        long report,
        Instant due,
        Instant taken,
        List<Report.Group> groups,
        List<Report.Aggregation> aggregations,
        String filterCond,
        List<ReportResult.Row> rows,
        List<Value> totals,
        long leftOut,
        long cut) {

    public Snapshot {
        groups = List.copyOf(groups);
        aggregations = List.copyOf(aggregations);
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
    }
}
