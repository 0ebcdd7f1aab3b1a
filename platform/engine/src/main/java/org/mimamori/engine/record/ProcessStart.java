package org.mimamori.engine.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.SystemValue;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.process.ProcessDefinition;
import org.mimamori.engine.process.Status;

/** Where a record begins that has no status yet: a new one, and one from before the app had a process. */
public final class ProcessStart {

    private ProcessStart() {}

    /** What the record is to hold of the process; nothing while the app does not use one. */
    public static Map<FieldCode, Value> of(AppDefinition app, AppRecord record) {
        ProcessDefinition process = app.process();
        if (!process.enabled()) {
            return Map.of();
        }
        FieldCode status = app.fields().system(SystemValue.STATUS).code();
        if (!record.value(status).isBlank()) {
            return Map.of();
        }
        Status initial = process.initial();
        Map<FieldCode, Value> start = new HashMap<>();
        start.put(status, new Value.Choice(initial.name()));
        // The definition's rule: nobody, or the record's creator.
        if (!initial.candidates().isEmpty()) {
            FieldCode assignee =
                    app.fields().system(SystemValue.STATUS_ASSIGNEE).code();
            start.put(assignee, Value.entities(List.of(record.creator())));
        }
        return start;
    }
}
