package org.mimamori.ui.field;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as people type them: in any width, with separators, with the minus signs of Japanese keyboards and books. */
public final class TypedNumbers {

    private static final Pattern PLAIN = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)");

    /** Hyphens, dashes, the long vowel mark and the triangle that accounts use. */
    private static final Pattern MINUS = Pattern.compile("^[\\u2010-\\u2015\\u2212\\u30fc\\u25b2\\u25b3]");

    private TypedNumbers() {}

    public static Optional<BigDecimal> read(String typed) {
        String narrow = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s,、]", "");
        String text = MINUS.matcher(narrow).replaceFirst("-");
        return PLAIN.matcher(text).matches() && text.length() <= 100
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }
}
