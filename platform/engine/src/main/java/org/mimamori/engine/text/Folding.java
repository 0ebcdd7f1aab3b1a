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

    private static final Collator JAPANESE = japanese();

    private Folding() {}

    /**
     * Text in which width, case and the difference of hiragana and katakana are gone: NFKC, lower case, katakana.
     * Residence data often holds small kana as large, so those are folded too.
     */
    public static String fold(String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(normal.length());
        normal.codePoints().map(Folding::foldKana).forEach(folded::appendCodePoint);
        return folded.toString();
    }

    /** Overlapping pairs of characters of the folded text, and its single characters; the search index of a record. */
    public static Set<String> grams(String text) {
        int[] points =
                fold(text).codePoints().filter(c -> !Character.isWhitespace(c)).toArray();
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
        int[] points =
                fold(text).codePoints().filter(c -> !Character.isWhitespace(c)).toArray();
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
        synchronized (JAPANESE) {
            return JAPANESE.getCollationKey(Normalizer.normalize(text, Normalizer.Form.NFKC));
        }
    }

    private static int foldKana(int c) {
        int katakana = c >= 'ぁ' && c <= 'ゖ' ? c + ('ァ' - 'ぁ') : c;
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
