package org.mimamori.engine.webhook;

import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.record.AppRecord;
import tools.jackson.databind.node.ObjectNode;

/** Port: a record as the API's readers get it. */
public interface RecordJson {

    /** Only fields the reader may see, in the reader's language. */
    ObjectNode of(Actor reader, AppDefinition app, AppRecord record);
}
