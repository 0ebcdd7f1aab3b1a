package org.mimamori.engine.app;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.FieldCode;

/** One line of a form: a row of cells, a table, or a group of rows that folds. */
public sealed interface LayoutItem {

    /** Cells side by side. */
    record CellRow(List<Cell> cells) implements LayoutItem {
        public CellRow {
            cells = List.copyOf(cells);
        }
    }

    /** A table, with its columns in order. */
    record TableRow(FieldCode code, List<Cell> cells) implements LayoutItem {
        public TableRow {
            cells = List.copyOf(cells);
        }
    }

    /** Rows under a title that folds. */
    record FieldGroup(FieldCode code, List<CellRow> rows) implements LayoutItem {
        public FieldGroup {
            rows = List.copyOf(rows);
        }
    }

    /** What stands in a row. Sizes are pixels; null where the definition gives none. */
    sealed interface Cell {

        /** A field; {@code innerHeight} for text of several lines. */
        record FieldCell(
                FieldCode code,
                @Nullable Integer width,
                @Nullable Integer innerHeight) implements Cell {}

        /** Explaining text, as sanitised HTML. */
        record Label(String html, @Nullable Integer width) implements Cell {}

        /** Empty space, with an id for scripts. */
        record Spacer(
                String elementId,
                @Nullable Integer width,
                @Nullable Integer height) implements Cell {}

        /** A line. */
        record Rule(@Nullable Integer width) implements Cell {}
    }
}
