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
 *
 * <p>A pair is kept as a number, which is smaller than a text and quicker to write and compare: the two characters, one
 * in each half. Characters beyond the first plane of Unicode lose what does not fit, so that such pairs may share a
 * number.
 */
final class Grams {

    /** More pairs make a search no sharper. */
    private static final int MOST = 16;

    private Grams() {}

    /** Adds the pairs of a folded text. */
    static void addTo(Set<Integer> grams, String folded) {
        int before = -1;
        int point;
        for (int i = 0; i < folded.length(); i += Character.charCount(point)) {
            point = folded.codePointAt(i);
            if (Character.isWhitespace(point)) {
                continue;
            }
            if (before >= 0) {
                grams.add(before << Character.SIZE | point & Character.MAX_VALUE);
            }
            before = point;
        }
    }

    /**
     * Of the pairs every hit must have, those to ask for, the ones that promise to be rare first: databases take the
     * first to enter the index with.
     */
    static List<Integer> asked(Collection<Integer> grams) {
        return new TreeSet<>(grams)
                .stream()
                        .sorted(Comparator.comparingInt(Grams::commonness))
                        .limit(MOST)
                        .toList();
    }

    private static int commonness(int gram) {
        return commonness((char) (gram >>> Character.SIZE)) + commonness((char) gram);
    }

    private static int commonness(char c) {
        if (Character.isIdeographic(c)) {
            return 0;
        }
        if (Character.isDigit(c)) {
            return 3;
        }
        return c >= 'ァ' && c <= 'ヿ' ? 1 : 2;
    }
}
