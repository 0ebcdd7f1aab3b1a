package org.mimamori.engine.report;

import java.util.List;
import org.mimamori.engine.field.Value;

/**
 * The first aggregation of a report with its last level of groups across.
 *
 * @param columns groups of the last level, no more than are shown
 * @param rows groups of the levels before it, no more than are shown
 * @param columnTotals one for each column
 * @param total over all, what is not shown included
 * @param cutColumns how many columns are not shown
 * @param cutRows how many rows are not shown
 */
public record CrossTable(
        List<Value> columns, List<Row> rows, List<Value> columnTotals, Value total, long cutColumns, long cutRows) {

    public CrossTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        columnTotals = List.copyOf(columnTotals);
    }

    /**
     * One row.
     *
     * @param cells one for each column; blank where there is no record
     * @param total over all columns, those not shown included
     */
    public record Row(List<Value> keys, List<Value> cells, Value total) {
        public Row {
            keys = List.copyOf(keys);
            cells = List.copyOf(cells);
        }
    }
}
