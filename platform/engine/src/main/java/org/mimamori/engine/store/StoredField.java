package org.mimamori.engine.store;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Option;
import org.mimamori.engine.field.Shape;

/**
 * A field whose value records keep, under its id. What is kept beside a value depends on the shape alone.
 *
 * @param path where the value stands in a record
 * @param inner fields of a table's rows
 * @param options places of the options by name; empty for a field without options
 */
record StoredField(
        Field field, String id, String path, Shape shape, List<StoredField> inner, Map<String, Integer> options) {

    static StoredField of(AppDefinition app, Field field) {
        String id = app.fieldId(field.code());
        return of(app, field, id, RecordLayout.VALUES + "." + id);
    }

    /** A field of the process or of categories: every app has one of each, so that its name is its id. */
    static StoredField ofProcess(AppDefinition app, Field field, String name) {
        return of(app, field, name, name);
    }

    private static StoredField of(AppDefinition app, Field field, String id, String path) {
        List<StoredField> inner =
                field.inner().stream().map(column -> of(app, column)).toList();
        Map<String, Integer> options =
                field.options().stream().collect(Collectors.toMap(Option::name, Option::index, (a, b) -> a));
        return new StoredField(field, id, path, field.shape(), inner, options);
    }

    /** Whether it stands beside the values of the form's own fields. */
    boolean isOfProcess() {
        return path.equals(id);
    }

    FieldCode code() {
        return field.code();
    }

    /** Whether its text is also kept folded, and found through the grams of the record. */
    boolean isText() {
        return shape == Shape.TEXT || shape == Shape.FILES;
    }

    boolean isChoice() {
        return shape == Shape.CHOICE || shape == Shape.CHOICES;
    }

    boolean isTable() {
        return shape == Shape.ROWS;
    }

    /** Whether records of a list stand in the order of the options. */
    boolean isOrdered() {
        return shape == Shape.CHOICE && !options.isEmpty();
    }

    @Nullable
    StoredField inner(FieldCode code) {
        return inner.stream()
                .filter(column -> column.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    /**
     * The settings on which what is kept beside a value depends; when this text changes, it must be worked out anew.
     */
    String derivation() {
        String columns = inner.stream().map(StoredField::derivation).collect(Collectors.joining(" "));
        return id + " " + shape + " "
                + Integer.toHexString(new TreeMap<>(options).toString().hashCode()) + " " + columns;
    }
}
