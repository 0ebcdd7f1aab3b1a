package org.mimamori.engine.record;

import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.permission.Access;

/** What names a record in lists of mentions, links and page titles, from fields the reader may see. */
public final class RecordTitle {

    private RecordTitle() {}

    /** The value of the app's title field as text, or of the first suitable field; the record number failing those. */
    public static String of(AppDefinition app, Access access, AppRecord record) {
        throw new IllegalStateException(app + " " + access + " " + record);
    }
}
