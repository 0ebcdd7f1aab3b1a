package org.mimamori.engine.app;

import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.formula.NumberPrecision;

/**
 * General settings of an app.
 *
 * @param icon key of a preset icon
 * @param theme colour theme
 * @param titleField field that names a record in links, lists of mentions and search results; null to take the first
 *     suitable one
 * @param firstMonthOfFiscalYear 1 to 12
 */
public record AppSettings(
        String icon,
        String theme,
        @Nullable FieldCode titleField,
        boolean enableComments,
        boolean enableBulkDeletion,
        boolean enableDuplicateRecord,
        NumberPrecision numberPrecision,
        int firstMonthOfFiscalYear) {

    public static final AppSettings DEFAULT =
            new AppSettings("APP1", "WHITE", null, true, false, true, NumberPrecision.DEFAULT, 4);
}
