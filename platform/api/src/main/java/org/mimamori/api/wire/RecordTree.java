package org.mimamori.api.wire;

import java.io.ByteArrayOutputStream;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.record.AppRecord;
import org.mimamori.engine.webhook.RecordJson;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.ObjectNode;

/** Records as a reply to the reader would have them, for those who send them on: webhooks. */
public final class RecordTree implements RecordJson {

    private final RecordWriters writers;

    public RecordTree(RecordWriters writers) {
        this.writers = writers;
    }

    @Override
    public ObjectNode of(Actor reader, AppDefinition app, AppRecord record) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = Json.MAPPER.createGenerator(bytes)) {
            writers.open(reader, app.id(), null, Dialect.CURRENT).write(out, record);
        }
        return Json.read(bytes.toByteArray());
    }
}
