package org.mimamori.engine.field;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What may be a field code: what formulas and queries can name without quotes. kintone's rules. */
public final class FieldCodes {

    /** Longest code, in UTF-16 units. */
    public static final int MAX_LENGTH = 128;

    private static final Set<String> WORDS = Set.of("__root__", "and", "or", "not", "in", "like", "is", "empty");

    private FieldCodes() {}

    /** Key of the rule the text breaks, or empty when it may be a field code. */
    public static Optional<String> check(String text) {
        if (text.isEmpty()) {
            return Optional.of("fieldCode.empty");
        }
        if (text.length() > MAX_LENGTH) {
            return Optional.of("fieldCode.tooLong");
        }
        if (Character.isDigit(text.codePointAt(0))) {
            return Optional.of("fieldCode.startsWithDigit");
        }
        if (!text.codePoints().allMatch(FieldCodes::mayHold) || startsBadly(text)) {
            return Optional.of("fieldCode.badCharacter");
        }
        return WORDS.contains(text.toLowerCase(Locale.ROOT)) ? Optional.of("fieldCode.reserved") : Optional.empty();
    }

    /** The dollar sign begins the platform's own codes, such as {@code $id}; a mark belongs to the letter before it. */
    private static boolean startsBadly(String text) {
        return text.charAt(0) == '$' || isMark(text.codePointAt(0));
    }

    private static boolean isMark(int c) {
        return Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    /** Letters, marks and digits of any script, underscores, middle dots, currency signs. */
    public static boolean mayHold(int c) {
        return Character.isLetterOrDigit(c)
                || isMark(c)
                || Character.getType(c) == Character.CURRENCY_SYMBOL
                || c == '_'
                || c == '\uff3f'
                || c == '\u30fb'
                || c == '\uff65';
    }
}
