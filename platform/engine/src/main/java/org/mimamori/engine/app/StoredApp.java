package org.mimamori.engine.app;

import java.util.List;
import java.util.Map;
import org.mimamori.engine.field.FieldCode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A definition as kept: the JSON it was made from and what the platform adds.
 *
 * @param json the definition in the form of schemas/app.schema.json
 * @param fieldIds storage ids of the fields the app has or had, so that none is reused
 * @param viewIds numbers of views by name, and of reports and actions by name behind {@code reports/} and
 *     {@code actions/}
 * @param dropped fields deleted from the form; the recycle bin
 * @param source hash of the file it was read from, or empty; tells whether the file has changed
 */
public record StoredApp(
        AppId id,
        String code,
        ObjectNode json,
        Map<FieldCode, String> fieldIds,
        Map<String, Long> viewIds,
        List<DroppedField> dropped,
        long revision,
        String source,
        Stamp stamp) {

    public StoredApp {
        fieldIds = Map.copyOf(fieldIds);
        viewIds = Map.copyOf(viewIds);
        dropped = List.copyOf(dropped);
    }

    StoredApp withDropped(List<DroppedField> fields) {
        return new StoredApp(id, code, json, fieldIds, viewIds, fields, revision, source, stamp);
    }
}
