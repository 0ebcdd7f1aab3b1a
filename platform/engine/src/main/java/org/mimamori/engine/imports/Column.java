package org.mimamori.engine.imports;

import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.Field;

/** What a column of a file is taken for. */
sealed interface Column {

    /** The text that marks the first row of a record, and that stands for the column that holds the marks. */
    String MARK = "*";

    /** Not taken over. */
    record Skipped() implements Column {}

    /** Holds a {@code *} in the first row of each record; the rows below go on with its tables. */
    record Start() implements Column {}

    /** Names the record. */
    record Key() implements Column {}

    /** @param table the table the field is in; null at the top level */
    record Of(Field field, @Nullable Field table) implements Column {}

    /** Ticks one option of a field that may have several: any text but 0 does. */
    record OptionOf(Field field, @Nullable Field table, String option) implements Column {}

    /** Holds the numbers of a table's rows, so that a row that is there is changed and not replaced. */
    record RowId(Field table) implements Column {}

    /** The table whose rows it fills; null where it fills none. */
    default @Nullable Field home() {
        return switch (this) {
            case Of of -> of.table();
            case OptionOf option -> option.table();
            case RowId id -> id.table();
            case Skipped skipped -> null;
            case Start start -> null;
            case Key key -> null;
        };
    }

    /** Whether it fills a field, or a row of a table. */
    default boolean fills() {
        return this instanceof Of || this instanceof OptionOf || this instanceof RowId;
    }
}
