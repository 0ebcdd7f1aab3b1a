package org.mimamori.engine.notify;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.FieldCode;

/**
 * A record has come to meet the condition of a per-record notification. Kept in the transaction of the write, and told
 * afterwards. Says whom to tell as it was at the write.
 *
 * @param id unique; empty before it is kept
 * @param actor who wrote the record; null when it changed because others did
 * @param title title of the notification
 * @param fields fields the condition asks for
 */
public record Crossing(
        String id,
        AppId app,
        long record,
        @Nullable EntityRef actor,
        Instant at,
        String title,
        Set<FieldCode> fields,
        List<Receiver> receivers) {

    public Crossing {
        fields = Set.copyOf(fields);
        receivers = List.copyOf(receivers);
    }
}
