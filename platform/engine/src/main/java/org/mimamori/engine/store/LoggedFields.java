package org.mimamori.engine.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.field.FieldCode;

/**
 * Fields as the change log names them: by id, which never changes, and by the code they had then. Read with the app at
 * hand, a field goes by the code it has today.
 */
final class LoggedFields {

    private static final String ID = "i";
    private static final String CODE = "c";

    private final Map<FieldCode, String> ids;
    private final Map<String, FieldCode> codes = new HashMap<>();

    private LoggedFields(Map<FieldCode, String> ids) {
        this.ids = ids;
        ids.forEach((code, id) -> codes.put(id, code));
    }

    static LoggedFields of(AppDefinition app) {
        return new LoggedFields(app.fieldIds());
    }

    /** Fields by the codes they had. */
    static LoggedFields asLogged() {
        return new LoggedFields(Map.of());
    }

    Document write(FieldCode code) {
        Document field = new Document(CODE, code.text());
        @Nullable String id = ids.get(code);
        return id == null ? field : field.append(ID, id);
    }

    /** Whether an entry speaks of one of the fields. */
    static boolean isOf(Document field, Set<String> ids) {
        return ids.contains(field.get(ID, ""));
    }

    FieldCode read(Document field) {
        FieldCode then = new FieldCode(field.getString(CODE));
        return codes.getOrDefault(field.get(ID, ""), then);
    }
}
