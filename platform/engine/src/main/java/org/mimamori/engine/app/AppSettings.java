package org.mimamori.engine.app;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.FileRef;
import org.mimamori.engine.formula.NumberPrecision;

/**
 * General settings of an app.
 *
 * @param theme colour theme
 * @param titleField field that names a record in links, lists of mentions and search results; null to take the first
 *     suitable one
 * @param firstMonthOfFiscalYear 1 to 12
 * @param plugins ids of the plug-ins the app names, installed or not
 */
public record AppSettings(
        AppIcon icon,
        String theme,
        @Nullable FieldCode titleField,
        boolean enableThumbnails,
        boolean enableBulkDeletion,
        boolean enableComments,
        boolean enableDuplicateRecord,
        boolean enableInlineRecordEditing,
        NumberPrecision numberPrecision,
        int firstMonthOfFiscalYear,
        AdminNotes adminNotes,
        Customization customization,
        List<String> plugins) {

    public AppSettings {
        plugins = List.copyOf(plugins);
    }

    public static final AppSettings DEFAULT = new AppSettings(
            new AppIcon.Preset("APP1"),
            "WHITE",
            null,
            true,
            false,
            true,
            true,
            true,
            NumberPrecision.DEFAULT,
            4,
            AdminNotes.NONE,
            Customization.NONE,
            List.of());

    /** Files the settings hold. */
    public List<FileRef> files() {
        Stream<FileRef> picture = icon instanceof AppIcon.Picture(FileRef file) ? Stream.of(file) : Stream.empty();
        return Stream.concat(picture, customization.files()).toList();
    }
}
