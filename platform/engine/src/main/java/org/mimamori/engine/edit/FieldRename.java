package org.mimamori.engine.edit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.DefinitionEdit;
import org.mimamori.engine.field.FieldCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Gives fields other codes, all at once, and carries them to every mention in the definition. */
final class FieldRename {

    private final DefinitionEdit edit;
    private final Map<String, String> codes;

    /** @param codes new codes by old ones */
    FieldRename(DefinitionEdit edit, Map<String, String> codes) {
        this.edit = edit;
        this.codes = codes;
    }

    void apply(FormJson form) {
        AppDefinition app = edit.before();
        new Renaming(app.id(), app.code(), codes, List.of()).inOwn(edit.json());
        rename(form.fields());
        Map<FieldCode, FieldCode> renamed = new HashMap<>();
        codes.forEach((from, to) -> renamed.put(new FieldCode(from), new FieldCode(to)));
        edit.renameFields(renamed);
    }

    private void rename(ObjectNode fields) {
        for (Map.Entry<String, JsonNode> entry : fields.properties()) {
            if (entry.getValue() instanceof ObjectNode field) {
                field.put("code", now(entry.getKey()));
                if (field.get("fields") instanceof ObjectNode inner) {
                    rename(inner);
                }
            }
        }
        Mentions.rekey(fields, this::now);
    }

    private String now(String code) {
        return codes.getOrDefault(code, code);
    }
}
