package org.mimamori.engine.job;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.OptionRename;
import org.mimamori.engine.field.FieldCode;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Renamed options as the details of a job: by storage ids, for a field's code may change before its turn comes. */
final class RenameDetails {

    private static final String RENAMES = "renames";

    private static final TypeReference<List<Entry>> ENTRIES = new TypeReference<>() {};

    private RenameDetails() {}

    /** One rename as it is kept. */
    record Entry(String field, Map<String, String> names) {}

    static Map<String, String> write(AppDefinition app, List<OptionRename> renames) {
        List<Entry> entries = renames.stream()
                .map(rename -> new Entry(app.fieldId(rename.field()), new LinkedHashMap<>(rename.names())))
                .toList();
        return Map.of(RENAMES, JsonMapper.shared().writeValueAsString(entries));
    }

    /** The renames of fields that are still there. */
    static List<OptionRename> read(Job job, AppDefinition app) {
        Map<String, FieldCode> codes = new HashMap<>();
        app.fieldIds().forEach((code, id) -> codes.put(id, code));
        List<OptionRename> renames = new ArrayList<>();
        for (Entry entry : JsonMapper.shared().readValue(job.details().getOrDefault(RENAMES, "[]"), ENTRIES)) {
            Optional.ofNullable(codes.get(entry.field()))
                    .filter(code -> app.field(code).isPresent())
                    .ifPresent(code -> renames.add(new OptionRename(code, entry.names())));
        }
        return renames;
    }
}
