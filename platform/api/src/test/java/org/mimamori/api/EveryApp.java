package org.mimamori.api;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mimamori.api.auth.ManualClock;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.app.DefinitionReader;
import org.mimamori.engine.app.Stamp;
import org.mimamori.engine.app.StoredApp;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.EveryField;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.FieldTypes;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The app that holds every field type. */
public final class EveryApp {

    public static final Instant MADE = Instant.parse("2026-04-01T01:02:03.004Z");

    private EveryApp() {}

    /** Its definition as a file would have it: everybody may work with the records, the administrator manages it. */
    public static ObjectNode json(String code) {
        ObjectNode json = EveryField.definition();
        json.put("code", code).put("name", "すべての項目").put("description", "<b>試験</b>用");
        json.set("permissions", new JsonMapper().readTree("""
                {"app": {"rights": [
                  {"entity": {"type": "USER", "code": "admin"}, "includeSubs": false,
                   "appEditable": true, "recordViewable": true, "recordAddable": true, "recordEditable": true,
                   "recordDeletable": true, "recordImportable": true, "recordExportable": true},
                  {"entity": {"type": "GROUP", "code": "everyone"}, "includeSubs": false,
                   "appEditable": false, "recordViewable": true, "recordAddable": true, "recordEditable": true,
                   "recordDeletable": true, "recordImportable": false, "recordExportable": false}]}}"""));
        return json;
    }

    public static AppDefinition compiled() {
        Map<FieldCode, String> ids = new HashMap<>();
        EveryField.allFields().forEach(field -> ids.put(field.code(), "f" + ids.size()));
        Stamp stamp = new Stamp(EntityRef.user("admin"), MADE, EntityRef.user("admin"), MADE);
        StoredApp stored =
                new StoredApp(new AppId(7), "every_field", json("every_field"), ids, Map.of(), List.of(), 3, "", stamp);
        return new DefinitionReader(FieldTypes.standard(), new ManualClock()).compile(stored);
    }
}
