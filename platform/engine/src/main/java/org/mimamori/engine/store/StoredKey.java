package org.mimamori.engine.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.CompositeKey;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.SystemValue;
import org.mimamori.engine.field.Value;

/**
 * A key of several fields as records keep it: all values in one text, absent when one of them is blank, so that a
 * sparse unique index never compares records with a blank part.
 *
 * @param id made of the ids of the fields, so that another set of fields is another key
 */
record StoredKey(String id, List<FieldCode> fields) {

    static StoredKey of(AppDefinition app, CompositeKey key) {
        String id = key.fields().stream().map(code -> partId(app, code)).collect(Collectors.joining("_"));
        return new StoredKey(id, key.fields());
    }

    private static String partId(AppDefinition app, FieldCode code) {
        return app.field(code)
                .flatMap(Field::systemValue)
                .map(SystemValue::name)
                .orElseGet(() -> app.fieldId(code));
    }

    /** The text for a record whose values the function gives; empty when a part is blank. */
    Optional<String> text(Function<FieldCode, Value> values) {
        StringBuilder text = new StringBuilder();
        for (FieldCode code : fields) {
            Value value = values.apply(code);
            if (value.isBlank()) {
                return Optional.empty();
            }
            // With its length in front, no text can end where another goes on.
            String part = part(value);
            text.append(part.length()).append(':').append(part);
        }
        return Optional.of(text.toString());
    }

    private static String part(Value value) {
        return switch (value) {
            case Value.Blank blank -> "";
            case Value.Text(String text) -> text;
            case Value.Decimal(var number) -> number.stripTrailingZeros().toPlainString();
            case Value.Choice(String option) -> option;
            case Value.Choices(List<String> options) -> joined(options);
            case Value.Date(var date) -> date.toString();
            case Value.Time(var time) -> time.toString();
            case Value.Moment(var instant) -> instant.toString();
            case Value.Entity(EntityRef ref) -> EntityCodes.write(ref);
            case Value.Entities(List<EntityRef> refs) ->
                joined(refs.stream().map(EntityCodes::write).toList());
            case Value.Files files -> throw new IllegalArgumentException("files are no key");
            case Value.Rows rows -> throw new IllegalArgumentException("a table is no key");
        };
    }

    /** The order of several parts says nothing. */
    private static String joined(List<String> parts) {
        List<String> sorted = new ArrayList<>(parts);
        sorted.sort(null);
        return String.join("\n", sorted);
    }
}
