package org.mimamori.api.app;

import java.util.List;
import org.mimamori.api.wire.Json;
import org.mimamori.api.wire.Parameters;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.EntityType;
import org.mimamori.engine.permission.Accessibility;
import org.mimamori.engine.permission.RightEntity;
import org.mimamori.engine.problem.Problem;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rights as they are sent, made into what definitions hold: the whole list anew, flags that are not sent off. Whoever a
 * row names must exist, or a misspelt code would take rights away in silence.
 */
final class SentRights {

    private static final List<String> APP_FLAGS = List.of(
            "appEditable",
            "recordViewable",
            "recordAddable",
            "recordEditable",
            "recordDeletable",
            "recordImportable",
            "recordExportable");
    private static final List<String> RECORD_FLAGS = List.of("viewable", "editable", "deletable");

    private final Directory directory;

    SentRights(Directory directory) {
        this.directory = directory;
    }

    ArrayNode read(RightsPart part, Parameters parameters) {
        ArrayNode rights = Json.object().putArray("rights");
        for (Parameters one : parameters.require("rights").objects("rights")) {
            rights.add(
                    switch (part) {
                        case APP -> flagged(one, part, APP_FLAGS);
                        case RECORD -> block(one);
                        case FIELD -> field(one);
                    });
        }
        return rights;
    }

    private ObjectNode block(Parameters block) {
        ObjectNode json = Json.object().put("filterCond", block.text("filterCond", ""));
        ArrayNode entities = json.putArray("entities");
        for (Parameters row : block.require("entities").objects("entities")) {
            entities.add(flagged(row, RightsPart.RECORD, RECORD_FLAGS));
        }
        return json;
    }

    private ObjectNode field(Parameters right) {
        ObjectNode json =
                Json.object().put("code", right.require("code", "entities").text("code"));
        ArrayNode entities = json.putArray("entities");
        for (Parameters row : right.objects("entities")) {
            Accessibility accessibility =
                    row.require("accessibility").oneOf("accessibility", Accessibility.class, Accessibility.NONE);
            entities.add(row(row, RightsPart.FIELD).put("accessibility", accessibility.name()));
        }
        return json;
    }

    private ObjectNode flagged(Parameters row, RightsPart part, List<String> flags) {
        ObjectNode json = row(row, part);
        flags.forEach(flag -> json.put(flag, row.flag(flag)));
        return json;
    }

    private ObjectNode row(Parameters row, RightsPart part) {
        Parameters entity = row.require("entity").object("entity");
        RightEntity.Type type = entity.require("type").oneOf("type", RightEntity.Type.class, RightEntity.Type.USER);
        boolean ofApps = type == RightEntity.Type.CREATOR;
        boolean ofRecords = type == RightEntity.Type.FIELD_ENTITY;
        if (ofApps && part != RightsPart.APP || ofRecords && part == RightsPart.APP) {
            throw entity.refuse("type", "notInEnum");
        }
        ObjectNode json = Json.object();
        ObjectNode named = json.putObject("entity").put("type", type.name());
        if (ofApps) {
            named.putNull("code");
        } else {
            String code = entity.text("code");
            requireExisting(type, code);
            named.put("code", code);
        }
        return json.put("includeSubs", row.flag("includeSubs"));
    }

    private void requireExisting(RightEntity.Type type, String code) {
        boolean exists = switch (type) {
            case USER -> directory.exists(new EntityRef(EntityType.USER, code));
            case ORGANIZATION -> directory.exists(new EntityRef(EntityType.ORGANIZATION, code));
            case GROUP -> directory.exists(new EntityRef(EntityType.GROUP, code));
            // Which fields hold people is the definition's to say.
            case CREATOR, FIELD_ENTITY -> true;
        };
        if (!exists) {
            throw new Problem.UnknownEntity(type.name(), code).asException();
        }
    }
}
