package org.mimamori.engine.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.bson.Document;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.query.Filter;
import org.mimamori.engine.query.FilterTest;
import org.mimamori.engine.text.Folding;

/** What is worked out of the values of a record or row and kept beside them, so that it can be searched and ordered. */
final class Derived {

    private final Document folded = new Document();
    private final Document order = new Document();
    private final Document spaces = new Document();
    private final Set<Integer> grams;

    /** @param grams of the whole record; those of the values are added */
    Derived(Set<Integer> grams) {
        this.grams = grams;
    }

    void add(StoredField field, Value value) {
        switch (field.shape()) {
            case TEXT -> {
                String plain = field.field().plainText(value);
                addText(field, plain);
                if (plain.isBlank() && isEmpty(field, value)) {
                    spaces.put(field.id(), true);
                }
            }
            case FILES -> addText(field, field.field().plainText(value));
            case CHOICE, CHOICES -> addChoices(field, chosen(value));
            case DECIMAL, DATE, TIME, MOMENT, ENTITY, ENTITIES, ROWS, NONE -> {}
        }
    }

    private void addText(StoredField field, String plain) {
        String text = Folding.fold(plain);
        folded.put(field.id(), text);
        Grams.addTo(grams, text);
    }

    /** The filters' own word for what an empty text is. */
    private static boolean isEmpty(StoredField field, Value value) {
        return FilterTest.holds(new Filter.Empty(field.code()), code -> value, code -> Optional.of(field.field()));
    }

    /** Offered options are searched by name when a query comes; only those no longer offered need their text kept. */
    private void addChoices(StoredField field, List<String> chosen) {
        List<String> gone = chosen.stream()
                .filter(option -> !field.options().containsKey(option))
                .toList();
        if (!gone.isEmpty()) {
            addText(field, String.join("\n", gone));
        }
        if (field.isOrdered() && !chosen.isEmpty()) {
            // Text sorts after all numbers: what is no longer offered comes last, in the order of its name.
            String option = chosen.getFirst();
            Integer place = field.options().get(option);
            order.put(field.id(), place == null ? option : place);
        }
    }

    private static List<String> chosen(Value value) {
        if (value instanceof Value.Choices(List<String> options)) {
            return options;
        }
        return value instanceof Value.Choice(String option) ? List.of(option) : List.of();
    }

    /** Gives each part that is there to the consumer, by its name. */
    void forEach(BiConsumer<String, Document> consumer) {
        if (!folded.isEmpty()) {
            consumer.accept(RecordLayout.FOLDED, folded);
        }
        if (!order.isEmpty()) {
            consumer.accept(RecordLayout.ORDER, order);
        }
        if (!spaces.isEmpty()) {
            consumer.accept(RecordLayout.SPACES, spaces);
        }
    }
}
