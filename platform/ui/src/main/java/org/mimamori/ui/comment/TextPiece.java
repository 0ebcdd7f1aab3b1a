package org.mimamori.ui.comment;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A part of a comment's text. Whatever the text holds is shown as text; only web addresses become links. */
sealed interface TextPiece {

    /** As it was written. */
    String text();

    record Plain(String text) implements TextPiece {}

    /** A web address. */
    record Link(String text) implements TextPiece {}

    /** The name of somebody the comment mentions, with its sign. */
    record Mentioned(String text) implements TextPiece {}

    /** A web address ends before what usually closes a sentence, in Japanese as well. */
    String ADDRESS = "https?://[\\x21-\\x7E&&[^<>\"'`{}|\\\\^]]*[\\x21-\\x7E&&[^<>\"'`{}|\\\\^.,:;!?()\\[\\]]]";

    /**
     * Takes a text apart.
     *
     * @param names names of those the comment mentions
     */
    static List<TextPiece> of(String text, List<String> names) {
        Matcher matcher = pattern(names).matcher(text);
        List<TextPiece> pieces = new ArrayList<>();
        int from = 0;
        while (matcher.find()) {
            if (matcher.start() > from) {
                pieces.add(new Plain(text.substring(from, matcher.start())));
            }
            pieces.add(matcher.group("link") == null ? new Mentioned(matcher.group()) : new Link(matcher.group()));
            from = matcher.end();
        }
        if (from < text.length()) {
            pieces.add(new Plain(text.substring(from)));
        }
        return pieces;
    }

    private static Pattern pattern(List<String> names) {
        Stream<String> mentions = names.stream()
                .filter(name -> !name.isBlank())
                // The longer name first: "@山田 花子" must not be found as "@山田".
                .sorted((a, b) -> b.length() - a.length())
                .map(name -> "[@＠]" + Pattern.quote(name));
        return Pattern.compile(
                Stream.concat(Stream.of("(?<link>" + ADDRESS + ")"), mentions).collect(Collectors.joining("|")));
    }
}
