package org.mimamori.api.app;

import java.util.Locale;
import org.mimamori.api.wire.Json;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.GroupSettings;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldTypes;
import org.mimamori.engine.permission.Access;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The settings of an app's fields as kintone's JSON, in one language. */
final class FieldProperties {

    private final FieldTypes types;
    private final AppDefinition app;
    private final Locale language;
    private final OtherApps others;

    FieldProperties(FieldTypes types, AppDefinition app, Locale language, OtherApps others) {
        this.types = types;
        this.app = app;
        this.language = language;
        this.others = others;
    }

    /** Every field the access lets one see, and the groups, by code. */
    ObjectNode json(Access access) {
        ObjectNode properties = Json.object();
        for (Field field : app.fields().top()) {
            if (access.of(field.code()).readable()) {
                properties.set(field.code().text(), json(field));
            }
        }
        for (GroupSettings group : app.groups()) {
            properties.set(group.code().text(), json(group));
        }
        return properties;
    }

    private ObjectNode json(Field field) {
        ObjectNode json = translated(field, types.write(field));
        if (json.get("fields") instanceof ObjectNode inner) {
            field.inner()
                    .forEach(column -> translated(
                            column, (ObjectNode) inner.get(column.code().text())));
        }
        return json;
    }

    private ObjectNode translated(Field field, ObjectNode json) {
        json.put("label", app.labels().of(field, language));
        if (json.get("options") instanceof ObjectNode options) {
            options.properties()
                    .forEach(option -> ((ObjectNode) option.getValue())
                            .put("label", app.labels().ofOption(field.code(), option.getKey(), language)));
        }
        if (json.get("lookup") instanceof ObjectNode lookup) {
            complete(lookup.get("relatedApp"));
        }
        if (json.get("referenceTable") instanceof ObjectNode table && !complete(table.get("relatedApp"))) {
            json.putNull("referenceTable");
        }
        return json;
    }

    /** Gives the other app's number and code, both; answers whether the reader may see that app. */
    private boolean complete(JsonNode relatedApp) {
        ObjectNode json = (ObjectNode) relatedApp;
        return others.find(json.path("app").asString(""), json.path("code").asString(""))
                .map(other -> json.put("app", other.id().toString()).put("code", other.givenCode()))
                .isPresent();
    }

    private ObjectNode json(GroupSettings group) {
        return Json.object()
                .put("type", "GROUP")
                .put("code", group.code().text())
                .put("label", app.labels().of(group, language))
                .put("noLabel", group.noLabel())
                .put("openGroup", group.openGroup());
    }
}
