package org.mimamori.engine.record;

import java.util.Map;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;

/** Where the figures of roll-ups come from. */
interface Figures {

    /** The roll-ups of a record by name. */
    Map<FieldCode, Value> of(AppDefinition app, AppRecord record);
}
