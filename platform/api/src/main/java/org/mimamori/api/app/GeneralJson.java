package org.mimamori.api.app;

import java.util.Locale;
import org.mimamori.api.wire.Dialect;
import org.mimamori.api.wire.Json;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppIcon;
import org.mimamori.engine.app.AppSettings;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.FileRef;
import org.mimamori.engine.formula.NumberPrecision;
import tools.jackson.databind.node.ObjectNode;

/** The general settings of an app as kintone's JSON. */
final class GeneralJson {

    private GeneralJson() {}

    static ObjectNode of(AppDefinition app, Locale language, Dialect dialect) {
        AppSettings settings = app.settings();
        ObjectNode json = Json.object()
                .put("name", app.name().in(language))
                .put("description", app.description().in(language));
        json.set("icon", icon(settings.icon()));
        json.put("theme", settings.theme());
        if (dialect == Dialect.CURRENT) {
            addNewer(json, settings);
        }
        return json.put("revision", Long.toString(app.revision()));
    }

    private static ObjectNode icon(AppIcon icon) {
        return switch (icon) {
            case AppIcon.Preset(String key) ->
                Json.object().put("type", "PRESET").put("key", key);
            case AppIcon.Picture(FileRef file) -> file(file);
        };
    }

    /** A file of the settings, under the key by which it can be read. */
    static ObjectNode file(FileRef file) {
        ObjectNode json = Json.object().put("type", "FILE");
        json.putObject("file")
                .put("fileKey", file.key())
                .put("name", file.name())
                .put("contentType", file.contentType())
                .put("size", Long.toString(file.size()));
        return json;
    }

    /** What kintone has added since its Java client 1.x, which refuses it. */
    private static void addNewer(ObjectNode json, AppSettings settings) {
        FieldCode title = settings.titleField();
        json.putObject("titleField")
                .put("selectionMode", title == null ? "AUTO" : "MANUAL")
                .put("code", title == null ? "" : title.text());
        json.put("enableThumbnails", settings.enableThumbnails())
                .put("enableBulkDeletion", settings.enableBulkDeletion())
                .put("enableComments", settings.enableComments())
                .put("enableDuplicateRecord", settings.enableDuplicateRecord())
                .put("enableInlineRecordEditing", settings.enableInlineRecordEditing());
        NumberPrecision precision = settings.numberPrecision();
        json.putObject("numberPrecision")
                .put("digits", Integer.toString(precision.digits()))
                .put("decimalPlaces", Integer.toString(precision.decimalPlaces()))
                .put("roundingMode", precision.roundingMode().name());
        json.put("firstMonthOfFiscalYear", Integer.toString(settings.firstMonthOfFiscalYear()));
    }
}
