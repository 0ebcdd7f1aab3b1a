package org.mimamori.api.app;

import java.util.Locale;
import org.mimamori.api.wire.Json;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.GroupSettings;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.FieldTypes;
import org.mimamori.engine.permission.Access;
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
        return json(access, new LinkJson(others, code -> sees(access, new FieldCode(code))));
    }

    /** Every field with all its settings, for who edits them and sends back what they have read. */
    ObjectNode whole() {
        return json(Access.full(), LinkJson.whole(others));
    }

    private ObjectNode json(Access access, LinkJson links) {
        ObjectNode properties = Json.object();
        for (Field field : app.fields().top()) {
            if (access.ever(field.code()).readable()) {
                properties.set(field.code().text(), json(field, links));
            }
        }
        for (GroupSettings group : app.groups()) {
            properties.set(group.code().text(), json(group));
        }
        return properties;
    }

    private boolean sees(Access access, FieldCode code) {
        return access.ever(app.fields().tableOf(code).orElse(code)).readable();
    }

    private ObjectNode json(Field field, LinkJson links) {
        ObjectNode json = translated(field, types.write(field), links);
        if (json.get("fields") instanceof ObjectNode inner) {
            field.inner()
                    .forEach(column -> translated(
                            column, (ObjectNode) inner.get(column.code().text()), links));
        }
        return json;
    }

    private ObjectNode translated(Field field, ObjectNode json, LinkJson links) {
        json.put("label", app.labels().of(field, language));
        if (json.get("options") instanceof ObjectNode options) {
            options.properties()
                    .forEach(option -> ((ObjectNode) option.getValue())
                            .put("label", app.labels().ofOption(field.code(), option.getKey(), language)));
        }
        if (json.get("lookup") instanceof ObjectNode lookup && !links.lookup(lookup)) {
            json.remove("lookup");
        }
        if (json.get("referenceTable") instanceof ObjectNode table && !links.related(table)) {
            json.putNull("referenceTable");
        }
        return json;
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
