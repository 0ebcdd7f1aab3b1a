package org.mimamori.engine.notify;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.inbox.Notice;
import org.mimamori.engine.record.AppRecord;

/**
 * Something people are to be told.
 *
 * @param key names it for good: who is told again under the same key is told once
 * @param record the whole record, as it is now
 * @param comment number of the comment, or 0
 * @param title title of the setting, or empty
 * @param fields what it gives away; see {@link Notice.Kind}
 * @param actor who did it, and is not told; null for nobody
 */
record Occasion(
        String key,
        Notice.Kind kind,
        AppDefinition app,
        AppRecord record,
        long comment,
        String title,
        Set<FieldCode> fields,
        @Nullable EntityRef actor,
        Instant at) {

    Occasion {
        fields = Set.copyOf(fields);
    }

    Notice notice(String person, boolean toMe) {
        return new Notice(key, person, kind, app.id(), record.id(), comment, title, fields, toMe, actor, at, false);
    }
}
