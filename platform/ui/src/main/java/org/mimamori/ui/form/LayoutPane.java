package org.mimamori.ui.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Hr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.LayoutItem;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.text.SafeHtml;

/**
 * A form as its builder laid it out: rows of cells, tables, groups that fold. What the person may not see is not there.
 */
final class LayoutPane extends Div {

    private final AppDefinition app;
    private final Locale locale;
    private final Function<FieldCode, Optional<Component>> parts;
    private final Map<FieldCode, Div> cells = new HashMap<>();
    private final Map<FieldCode, Details> groups = new HashMap<>();
    private final List<Box> boxes = new ArrayList<>();

    /** Something that is shown only while something in it is. */
    private record Box(Component box, List<Component> content) {
        void follow() {
            box.setVisible(content.stream().anyMatch(Component::isVisible));
        }
    }

    /** @param parts what stands in a field's cell; empty for a field that is not shown */
    LayoutPane(AppDefinition app, Locale locale, Function<FieldCode, Optional<Component>> parts) {
        this.app = app;
        this.locale = locale;
        this.parts = parts;
        addClassName("mm-form");
        app.layout().forEach(item -> item(item).ifPresent(this::add));
        boxes.forEach(Box::follow);
    }

    /** Hides these fields, and rows and groups in which nothing is left; shows all others. */
    void hide(Set<FieldCode> hidden) {
        cells.forEach((code, cell) -> cell.setVisible(!hidden.contains(code)));
        boxes.forEach(Box::follow);
    }

    /** Unfolds the group the field stands in. */
    void reveal(FieldCode code) {
        Details group = groups.get(code);
        if (group != null) {
            group.setOpened(true);
        }
    }

    private Optional<Component> item(LayoutItem item) {
        return switch (item) {
            case LayoutItem.CellRow row -> row(row, null);
            case LayoutItem.TableRow table -> table(table);
            case LayoutItem.FieldGroup group -> group(group);
        };
    }

    private Optional<Component> row(LayoutItem.CellRow row, @Nullable Details group) {
        Div line = new Div();
        line.addClassName("mm-row");
        row.cells().forEach(cell -> cell(cell, group).ifPresent(line::add));
        List<Component> content = line.getChildren().toList();
        if (content.isEmpty()) {
            return Optional.empty();
        }
        boxes.add(new Box(line, content));
        return Optional.of(line);
    }

    private Optional<Component> table(LayoutItem.TableRow table) {
        return parts.apply(table.code()).map(part -> {
            Div cell = cell(part, null);
            cell.addClassName("mm-wide");
            cells.put(table.code(), cell);
            return cell;
        });
    }

    private Optional<Component> group(LayoutItem.FieldGroup group) {
        Details details = new Details();
        details.addClassName("mm-group");
        details.getElement().setAttribute("data-group", group.code().text());
        app.group(group.code()).ifPresent(settings -> {
            details.setSummaryText(settings.noLabel() ? "" : app.labels().of(settings, locale));
            details.setOpened(settings.openGroup());
        });
        List<Component> rows =
                group.rows().stream().flatMap(row -> row(row, details).stream()).toList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        details.add(rows);
        boxes.add(new Box(details, rows));
        return Optional.of(details);
    }

    private Optional<Component> cell(LayoutItem.Cell cell, @Nullable Details group) {
        return switch (cell) {
            case LayoutItem.Cell.FieldCell field -> field(field, group);
            case LayoutItem.Cell.Label label -> Optional.of(cell(html(label.html()), label.width()));
            case LayoutItem.Cell.Spacer spacer -> Optional.of(spacer(spacer));
            case LayoutItem.Cell.Rule rule -> Optional.of(cell(new Hr(), rule.width()));
        };
    }

    private Optional<Component> field(LayoutItem.Cell.FieldCell field, @Nullable Details group) {
        return parts.apply(field.code()).map(part -> {
            Div cell = cell(part, field.width());
            if (field.innerHeight() != null) {
                cell.getStyle().set("--mm-inner-height", field.innerHeight() + "px");
            }
            cells.put(field.code(), cell);
            if (group != null) {
                groups.put(field.code(), group);
            }
            return cell;
        });
    }

    private static Component html(String html) {
        return new Html("<div class=\"mm-note\">" + SafeHtml.of(html) + "</div>");
    }

    private static Div spacer(LayoutItem.Cell.Spacer spacer) {
        Div cell = new Div();
        cell.addClassNames("mm-cell", "mm-spacer");
        if (spacer.width() != null) {
            cell.getStyle().set("--mm-cell-width", spacer.width() + "px");
        }
        return cell;
    }

    private static Div cell(Component content, @Nullable Integer width) {
        Div cell = new Div(content);
        cell.addClassName("mm-cell");
        if (width != null) {
            cell.getStyle().set("--mm-cell-width", width + "px");
        }
        return cell;
    }
}
