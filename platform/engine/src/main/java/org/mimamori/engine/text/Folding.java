package org.mimamori.engine.text;

import java.text.CollationKey;
import java.text.Collator;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Folding of text for comparison. Never for storage: NFKC replaces some characters of names by others, so what a person
 * wrote is kept as written and only search keys are folded.
 */
public final class Folding {

    /** Never used itself: a collator serves one caller at a time, so each takes a copy, which shares the tables. */
    private static final Collator JAPANESE = japanese();

    private static final int LAST_ASCII = 0x7F;

    private Folding() {}

    /**
     * Text in which width, case, the difference of hiragana and katakana, and that of look-alike kanji are gone. Small
     * kana become large, as residence data often holds them so; selectors of glyph variants are dropped.
     */
    public static String fold(String text) {
        if (isAscii(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(normal.length());
        int point;
        for (int i = 0; i < normal.length(); i += Character.charCount(point)) {
            point = normal.codePointAt(i);
            if (!isSelector(point)) {
                folded.appendCodePoint(fold(point));
            }
        }
        return folded.toString();
    }

    /** Overlapping pairs of characters of the folded text, and its single characters; the search index of a record. */
    public static Set<String> grams(String text) {
        int[] points = letters(text);
        Set<String> grams = new LinkedHashSet<>();
        for (int i = 0; i < points.length; i++) {
            grams.add(new String(points, i, 1));
            if (i + 1 < points.length) {
                grams.add(new String(points, i, 2));
            }
        }
        return grams;
    }

    /** The pairs a needle is looked up by; its single character when it has only one. */
    public static List<String> needles(String text) {
        int[] points = letters(text);
        if (points.length <= 1) {
            return points.length == 0 ? List.of() : List.of(new String(points, 0, 1));
        }
        Set<String> pairs = new LinkedHashSet<>();
        for (int i = 0; i + 1 < points.length; i++) {
            pairs.add(new String(points, i, 2));
        }
        return List.copyOf(pairs);
    }

    /** A key under which texts sort as a Japanese roster does: voicing counts only between otherwise equal names. */
    public static CollationKey sortKey(String text) {
        Collator own = (Collator) JAPANESE.clone();
        return own.getCollationKey(Normalizer.normalize(text, Normalizer.Form.NFKC));
    }

    /** The characters of the folded text, without white space: names are written with and without. */
    private static int[] letters(String text) {
        return fold(text).codePoints().filter(c -> !Character.isWhitespace(c)).toArray();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > LAST_ASCII) {
                return false;
            }
        }
        return true;
    }

    /** Variation selectors: they choose a glyph of the kanji before them. */
    private static boolean isSelector(int c) {
        return c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF;
    }

    private static int fold(int c) {
        if (c <= LAST_ASCII) {
            return c;
        }
        return c < 0x3400 ? foldKana(c) : MojiMap.base(c);
    }

    private static int foldKana(int c) {
        boolean hiragana = c >= 'ぁ' && c <= 'ゖ' || c == 'ゝ' || c == 'ゞ';
        int katakana = hiragana ? c + ('ァ' - 'ぁ') : c;
        return switch (katakana) {
            case 'ァ' -> 'ア';
            case 'ィ' -> 'イ';
            case 'ゥ' -> 'ウ';
            case 'ェ' -> 'エ';
            case 'ォ' -> 'オ';
            case 'ッ' -> 'ツ';
            case 'ャ' -> 'ヤ';
            case 'ュ' -> 'ユ';
            case 'ョ' -> 'ヨ';
            case 'ヮ' -> 'ワ';
            case 'ヵ' -> 'カ';
            case 'ヶ' -> 'ケ';
            default -> katakana;
        };
    }

    private static Collator japanese() {
        Collator collator = Collator.getInstance(Locale.JAPAN);
        collator.setStrength(Collator.TERTIARY);
        return collator;
    }
}
