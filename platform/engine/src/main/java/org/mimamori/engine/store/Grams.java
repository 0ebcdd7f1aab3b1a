package org.mimamori.engine.store;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Pairs of neighbouring characters of folded text, spaces left out: what the search index of a record holds. Text that
 * contains a needle has all pairs of the needle, so the index finds every candidate; hits are verified on the text
 * itself. A needle of one character has no pair and is looked for without the index.
 */
final class Grams {

    /** More pairs make a search no sharper. */
    private static final int MOST = 16;

    private Grams() {}

    /** Adds the pairs of a folded text. */
    static void addTo(Set<String> grams, String folded) {
        int[] points = letters(folded);
        for (int i = 0; i + 1 < points.length; i++) {
            grams.add(new String(points, i, 2));
        }
    }

    /**
     * Of the pairs every hit must have, those to ask for, the ones that promise to be rare first: databases take the
     * first to enter the index with.
     */
    static List<String> asked(Collection<String> grams) {
        return new TreeSet<>(grams)
                .stream()
                        .sorted(Comparator.comparingInt(Grams::commonness))
                        .limit(MOST)
                        .toList();
    }

    private static int[] letters(String folded) {
        return folded.codePoints().filter(c -> !Character.isWhitespace(c)).toArray();
    }

    private static int commonness(String gram) {
        return gram.codePoints().map(Grams::commonness).sum();
    }

    private static int commonness(int c) {
        if (Character.isIdeographic(c)) {
            return 0;
        }
        if (Character.isDigit(c)) {
            return 3;
        }
        return c >= 'ァ' && c <= 'ヿ' ? 1 : 2;
    }
}
