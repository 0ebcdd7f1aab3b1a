package org.mimamori.engine.permission;

import java.util.List;

/**
 * One block of record rights: for records that meet the condition, the rows decide. The first block whose condition
 * holds for a record is the only one used for it; in the block the first row that names the actor decides alone, and an
 * actor no row names gets nothing. A record no block covers follows the app's rights. All kintone's rules.
 *
 * @param filterCond condition in the query language; empty for every record
 */
public record RecordRight(String filterCond, List<Row> entities) {

    public RecordRight {
        entities = List.copyOf(entities);
    }

    /** One row: what those it names may do with the records of the block; to change or delete one is to see it. */
    public record Row(RightEntity entity, boolean includeSubs, boolean viewable, boolean editable, boolean deletable) {
        public Row {
            viewable = viewable || editable || deletable;
        }
    }
}
