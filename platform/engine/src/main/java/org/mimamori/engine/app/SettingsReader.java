package org.mimamori.engine.app;

import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.formula.NumberPrecision;
import tools.jackson.databind.JsonNode;

/** Reads the general settings of a definition: kintone's app settings. */
final class SettingsReader {

    private static final Place PLACE = Place.ROOT.at("settings");

    private SettingsReader() {}

    static NumberPrecision precision(JsonNode settings) {
        JsonNode precision = settings.path("numberPrecision");
        NumberPrecision standard = NumberPrecision.DEFAULT;
        return new NumberPrecision(
                Json.whole(precision, "digits", standard.digits()),
                Json.whole(precision, "decimalPlaces", standard.decimalPlaces()),
                Json.choice(precision, "roundingMode", RoundingMode.HALF_EVEN));
    }

    /** @param definition the whole of it: what kintone keeps among the settings stands in several parts */
    static AppSettings read(JsonNode definition, References references) {
        JsonNode settings = definition.path("settings");
        AppSettings standard = AppSettings.DEFAULT;
        return new AppSettings(
                SettingsParts.icon(settings.path("icon"), standard.icon()),
                Json.text(settings, "theme", standard.theme()),
                titleField(settings.path("titleField"), references),
                Json.flag(settings, "enableThumbnails", standard.enableThumbnails()),
                Json.flag(settings, "enableBulkDeletion", standard.enableBulkDeletion()),
                Json.flag(settings, "enableComments", standard.enableComments()),
                Json.flag(settings, "enableDuplicateRecord", standard.enableDuplicateRecord()),
                Json.flag(settings, "enableInlineRecordEditing", standard.enableInlineRecordEditing()),
                precision(settings),
                Json.whole(settings, "firstMonthOfFiscalYear", standard.firstMonthOfFiscalYear()),
                SettingsParts.notes(definition.path("adminNotes")),
                SettingsParts.customization(definition.path("customize")),
                SettingsParts.plugins(definition.path("plugins")));
    }

    private static @Nullable FieldCode titleField(JsonNode title, References references) {
        if (!Json.text(title, "selectionMode").equals("MANUAL")) {
            return null;
        }
        FieldCode code = new FieldCode(Json.text(title, "code"));
        Place place = PLACE.at("titleField").at("code");
        references
                .topField(code, place)
                .filter(field -> !names(field))
                .ifPresent(field -> references.findings().add(place, "settings.noTitle", code.text()));
        return code;
    }

    /** Whether a value of the field can name a record. */
    private static boolean names(Field field) {
        return switch (field.shape()) {
            case TEXT, DECIMAL, CHOICE, DATE, TIME, MOMENT, ENTITY, ENTITIES -> true;
            case CHOICES, FILES, ROWS, NONE -> false;
        };
    }
}
