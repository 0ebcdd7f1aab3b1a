package org.mimamori.engine.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param total number of records the reader may see that meet the condition, or null when not asked for
 */
public record RecordPage(List<AppRecord> records, @Nullable Long total) {

    public RecordPage {
        records = List.copyOf(records);
    }
}
