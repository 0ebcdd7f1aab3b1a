package org.mimamori.ui.form;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.permission.Access;
import org.mimamori.engine.record.AppRecord;
import org.mimamori.ui.list.ListState;

/**
 * A record page as it was asked for, with what the person may see of it.
 *
 * @param record the record, or null for one to be added
 * @param copied the record whose values a new one starts with, or null
 * @param started values a new record starts with, from the record whose action opened its form
 * @param list the list the page was opened from
 */
record Opening(
        AppDefinition app,
        Access access,
        @Nullable AppRecord record,
        @Nullable AppRecord copied,
        Map<FieldCode, Value> started,
        ListState list) {

    Opening {
        started = Map.copyOf(started);
    }

    long id() {
        AppRecord known = record;
        return known == null ? 0 : known.id();
    }

    /** Address of the page that shows a record. */
    String path(long number) {
        return list.recordPath(app, number);
    }

    String editPath(long number) {
        return path(number).replaceFirst("(/\\d+)", "$1/edit");
    }
}
