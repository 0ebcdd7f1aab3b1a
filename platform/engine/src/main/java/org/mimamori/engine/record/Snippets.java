package org.mimamori.engine.record;

import java.util.List;
import java.util.Optional;
import org.mimamori.engine.text.Folding;

/** The text around the first of some words, found as the search finds it: width, case and kana do not matter. */
final class Snippets {

    /** Characters before and after the word. */
    private static final int AROUND = 40;

    private final List<String> words;

    Snippets(List<String> words) {
        this.words = words.stream()
                .map(Folding::fold)
                .filter(word -> !word.isBlank())
                .toList();
    }

    /** Nothing when none of the words is in the text. */
    Optional<String> of(String text) {
        String folded = Folding.fold(text);
        return words.stream()
                .filter(folded::contains)
                .findFirst()
                .map(word -> around(text, folded.indexOf(word), word.length()));
    }

    /** Folding may change lengths a little; a snippet only shows the neighbourhood, so a shift does no harm. */
    private static String around(String text, int at, int length) {
        int from = boundary(text, Math.min(at, text.length()) - AROUND);
        int to = boundary(text, Math.min(at, text.length()) + length + AROUND);
        return text.substring(from, to).replaceAll("\\s+", " ").strip();
    }

    /** The place, or the one before it where it would cut a character in two. */
    private static int boundary(String text, int at) {
        int within = Math.clamp(at, 0, text.length());
        boolean cuts = within > 0 && within < text.length() && Character.isLowSurrogate(text.charAt(within));
        return cuts ? within - 1 : within;
    }
}
