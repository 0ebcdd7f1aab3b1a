package org.mimamori.engine.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.record.Searchable;
import org.mimamori.engine.text.Folding;

/** The filter's tests of text, as database conditions on the folded text kept beside the values. */
final class TextTests {

    /** MongoDB takes patterns of up to 32 KB, in which a character can take three bytes. */
    private static final int LONGEST_PATTERN = 10_000;

    private TextTests() {}

    /** @param folded needle, folded and not empty */
    static Document contains(Place place, String folded) {
        return Logic.any(List.of(inText(place, folded), inOptions(place, folded)));
    }

    /** Whether a hit must have the pairs of the needle: text and gone options are indexed, offered options are not. */
    static boolean isFoundByGrams(Place place, String folded) {
        return Logic.isNothing(inOptions(place, folded));
    }

    private static Document inText(Place place, String folded) {
        StoredField field = place.stored();
        return field != null && (field.isText() || field.isChoice())
                ? new Document(place.folded(), new Document("$regex", literal(folded)))
                : Logic.nothing();
    }

    private static Document inOptions(Place place, String folded) {
        StoredField field = place.stored();
        if (field == null || !field.isChoice()) {
            return Logic.nothing();
        }
        List<String> named = field.options().entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .filter(option -> Folding.fold(option).contains(folded))
                .toList();
        return switch (named.size()) {
            case 0 -> Logic.nothing();
            case 1 -> new Document(place.path(), named.getFirst());
            default -> new Document(place.path(), new Document("$in", named));
        };
    }

    /** All words, each in one of the fields; enters by the index of pairs wherever that cannot lose a hit. */
    static Document search(Places places, List<String> words, List<FieldCode> in) {
        List<Place> searched = searched(places, in);
        List<Document> parts = new ArrayList<>();
        Set<Integer> sure = new HashSet<>();
        for (String word : words) {
            String folded = Folding.fold(word);
            if (folded.isEmpty() && !in.isEmpty()) {
                continue;
            }
            Document text = Logic.any(
                    searched.stream().map(place -> inText(place, folded)).toList());
            List<Document> ways = new ArrayList<>(
                    searched.stream().map(place -> inOptions(place, folded)).toList());
            Set<Integer> grams = new HashSet<>();
            Grams.addTo(grams, folded);
            if (ways.stream().allMatch(Logic::isNothing)) {
                sure.addAll(grams);
                parts.add(text);
            } else {
                ways.add(withGrams(grams, text));
                parts.add(Logic.any(ways));
            }
        }
        return withGrams(sure, Logic.all(parts));
    }

    /** A table counts with those of its columns that are named too. */
    private static List<Place> searched(Places places, List<FieldCode> in) {
        List<Place> searched = new ArrayList<>();
        for (FieldCode code : in) {
            Optional<FieldCode> table = places.layout().app().fields().tableOf(code);
            Optional<Place> place = table.isEmpty()
                    ? places.find(code)
                    : table.filter(in::contains).flatMap(rows -> places.findInRows(rows, code));
            place.filter(p -> Searchable.is(p.shape())).ifPresent(searched::add);
        }
        return searched;
    }

    static Document withGrams(Set<Integer> grams, Document condition) {
        List<Integer> asked = Grams.asked(grams);
        Document candidates = switch (asked.size()) {
            case 0 -> Logic.everything();
            case 1 -> new Document(RecordLayout.GRAMS, asked.getFirst());
            default -> new Document(RecordLayout.GRAMS, new Document("$all", asked));
        };
        return Logic.all(List.of(candidates, condition));
    }

    /** A pattern that matches the text itself, in MongoDB's patterns as in Java's. */
    private static String literal(String text) {
        StringBuilder pattern = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c == 0) {
                // A pattern travels as text that ends at the first zero.
                pattern.append("\\x00");
                return;
            }
            if (c < 128 && !Character.isLetterOrDigit(c) && !Character.isWhitespace(c) && !Character.isISOControl(c)) {
                pattern.append('\\');
            }
            pattern.appendCodePoint(c);
        });
        if (pattern.length() > LONGEST_PATTERN) {
            throw new Problem.TooLarge(LONGEST_PATTERN).asException();
        }
        return pattern.toString();
    }
}
