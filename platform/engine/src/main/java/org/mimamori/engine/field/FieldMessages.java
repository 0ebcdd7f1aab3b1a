package org.mimamori.engine.field;

import java.util.Set;

/** The message keys kintone's types use, so that the edges can prove they have words for each. */
public final class FieldMessages {

    /** Keys of what can be wrong with a value. Arguments: a bound, the offending option, or the first and last day. */
    public static final Set<String> OF_VALUES = Set.of(
            "date.notADate",
            "date.outOfRange",
            "duration.notADuration",
            "link.notAMailAddress",
            "link.notAPhoneNumber",
            "link.notAWebAddress",
            "moment.notAMoment",
            "number.notNumeric",
            "number.tooLarge",
            "number.tooManyDigits",
            "number.tooSmall",
            "option.unknown",
            "row.doubled",
            "text.malformed",
            "text.tooLong",
            "text.tooShort",
            "time.notATime");

    /** Keys of what can be wrong with settings, {@link FieldSettingsFault#key}. */
    public static final Set<String> OF_SETTINGS = Set.of(
            "date.outOfRange",
            "fieldCode.doubled",
            "lookup.notWithOtherSettings",
            "number.tooManyDigits",
            "option.unknown",
            "options.blank",
            "options.doubled",
            "options.labelDiffers",
            "options.none",
            "options.tooLong",
            "options.tooMany",
            "settings.codeDiffersFromKey",
            "settings.defaultBreaksRule",
            "settings.minAboveMax",
            "settings.negative",
            "settings.noRelatedApp",
            "settings.notOneOf",
            "settings.required",
            "settings.scaleOutOfRange",
            "settings.unknownType",
            "settings.unreadable",
            "settings.wrongDefaultEntity",
            "table.noFields",
            "table.typeNotAllowed",
            "table.uniqueNotAllowed");

    /** Keys of what can be wrong with a field code, {@link FieldCodes#check}. */
    public static final Set<String> OF_CODES = Set.of(
            "fieldCode.badCharacter",
            "fieldCode.empty",
            "fieldCode.reserved",
            "fieldCode.startsWithDigit",
            "fieldCode.tooLong");

    private FieldMessages() {}
}
