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
        if (!text.codePoints().allMatch(FieldCodes::allowed)) {
            return Optional.of("fieldCode.badCharacter");
        }
        return WORDS.contains(text.toLowerCase(Locale.ROOT)) ? Optional.of("fieldCode.reserved") : Optional.empty();
    }

    /** Letters and digits of any script, underscores, middle dots, currency signs. */
    private static boolean allowed(int c) {
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.CURRENCY_SYMBOL
                || c == '_'
                || c == '\uff3f'
                || c == '\u30fb'
                || c == '\uff65';
    }
}
