package org.mimamori.ui.field;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.LayoutItem;
import org.mimamori.engine.field.Field;

/**
 * A column of a table on the form.
 *
 * @param width in pixels, or null where the layout gives none
 */
record TableColumn(Field field, @Nullable Integer width) {

    /** The columns in the order of the layout; those of the definition for a table the layout leaves out. */
    static List<TableColumn> of(AppDefinition app, Field table) {
        return app.layout().stream()
                .flatMap(item ->
                        item instanceof LayoutItem.TableRow row && row.code().equals(table.code())
                                ? Stream.of(row)
                                : Stream.empty())
                .findFirst()
                .map(row -> row.cells().stream()
                        .flatMap(cell -> column(table, cell).stream())
                        .toList())
                .orElseGet(() -> table.inner().stream()
                        .map(field -> new TableColumn(field, null))
                        .toList());
    }

    private static Optional<TableColumn> column(Field table, LayoutItem.Cell cell) {
        if (!(cell instanceof LayoutItem.Cell.FieldCell placed)) {
            return Optional.empty();
        }
        return table.inner().stream()
                .filter(field -> field.code().equals(placed.code()))
                .findFirst()
                .map(field -> new TableColumn(field, placed.width()));
    }
}
