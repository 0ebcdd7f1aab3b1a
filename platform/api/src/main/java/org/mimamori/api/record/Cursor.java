package org.mimamori.api.record;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.FieldCode;

/**
 * An open cursor: the numbers of the records it goes through, fixed when it was made, and how far it has come.
 *
 * @param fields fields wanted, or null for all
 * @param size records per page
 * @param position index of the next record
 */
record Cursor(
        String id,
        EntityRef owner,
        AppId app,
        @Nullable List<FieldCode> fields,
        List<Long> records,
        int size,
        int position,
        Instant expires) {

    /** Numbers of the records of the next page. */
    List<Long> page() {
        return records.subList(position, Math.min(records.size(), position + size));
    }

    boolean hasMoreAfterPage() {
        return position + size < records.size();
    }

    Cursor moved(Instant until) {
        return new Cursor(id, owner, app, fields, records, size, position + size, until);
    }
}
