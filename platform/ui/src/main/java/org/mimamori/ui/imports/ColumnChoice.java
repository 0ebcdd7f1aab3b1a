package org.mimamori.ui.imports;

import java.util.ArrayList;
import java.util.List;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Option;
import org.mimamori.engine.field.Shape;
import org.mimamori.engine.imports.Imports;
import org.mimamori.ui.shell.Words;

/**
 * What a column can be taken for.
 *
 * @param target as {@link org.mimamori.engine.imports.ImportPlan#columns} has it
 * @param label for people
 */
record ColumnChoice(String target, String label) {

    /** All there are for an app: nothing, the fields, the options of fields that may have several, the marks. */
    static List<ColumnChoice> of(Imports.Preview preview, AppDefinition app, Words words) {
        List<ColumnChoice> choices = new ArrayList<>();
        choices.add(new ColumnChoice("", words.of("import.column.none")));
        List<FieldCode> tables = new ArrayList<>();
        for (Field key : preview.keys()) {
            choices.add(new ColumnChoice(key.code().text(), label(key, app, words)));
        }
        for (Imports.Target target : preview.targets()) {
            Field table = target.table();
            String inside = table == null ? "" : label(table, app, words) + words.of("import.column.inside");
            if (table != null && !tables.contains(table.code())) {
                tables.add(table.code());
                choices.add(new ColumnChoice(
                        table.code().text(), words.of("import.column.rowId", label(table, app, words))));
            }
            if (!preview.keys().contains(target.field())) {
                add(choices, target.field(), inside, app, words);
            }
        }
        if (!tables.isEmpty()) {
            choices.add(new ColumnChoice("*", words.of("import.column.start")));
        }
        return choices;
    }

    private static void add(List<ColumnChoice> choices, Field field, String inside, AppDefinition app, Words words) {
        String label = inside + label(field, app, words);
        choices.add(new ColumnChoice(field.code().text(), label));
        if (field.shape() == Shape.CHOICES) {
            for (Option option : field.options()) {
                String name = app.labels().ofOption(field.code(), option.name(), words.locale());
                choices.add(new ColumnChoice(
                        field.code().text() + "[" + option.name() + "]",
                        words.of("import.column.option", label, name)));
            }
        }
    }

    private static String label(Field field, AppDefinition app, Words words) {
        return app.labels().of(field, words.locale());
    }
}
