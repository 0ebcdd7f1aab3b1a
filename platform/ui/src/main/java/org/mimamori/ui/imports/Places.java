package org.mimamori.ui.imports;

import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.imports.ImportFault;
import org.mimamori.ui.shell.Words;

/** What is wrong in a file, as a line for people: where, and what. */
final class Places {

    private static final int LETTERS = 26;

    private Places() {}

    /** The letters by which spreadsheets call a column. */
    static String column(int index) {
        String last = Character.toString((char) ('A' + index % LETTERS));
        return index < LETTERS ? last : column(index / LETTERS - 1) + last;
    }

    static String line(ImportFault fault, AppDefinition app, Words words) {
        String what = words.atField(fault.problem());
        String field = label(fault.problem().field(), app, words);
        String row = Long.toString(fault.row());
        if (fault.row() == 0) {
            return what;
        }
        if (fault.column() == ImportFault.NO_COLUMN) {
            return field.isEmpty()
                    ? words.of("import.at.row", row, what)
                    : words.of("import.at.field", row, field, what);
        }
        return field.isEmpty()
                ? words.of("import.at.column", row, column(fault.column()), what)
                : words.of("import.at.cell", row, column(fault.column()), field, what);
    }

    private static String label(String code, AppDefinition app, Words words) {
        return code.isBlank()
                ? ""
                : app.field(new FieldCode(code))
                        .map(field -> app.labels().of(field, words.locale()))
                        .orElse("");
    }
}
