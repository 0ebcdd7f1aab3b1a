package org.mimamori.ui.field;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.RelatedRecords;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.permission.Access;
import org.mimamori.engine.record.AppRecord;
import org.mimamori.engine.record.RecordPage;

/** Records of another app that belong to this one, page by page. Not there at all for who may not see that app. */
final class RelatedList implements Display {

    private final Field field;
    private final RelatedRecords settings;
    private final FieldContext context;
    private final Sources sources;
    private final Supplier<Actor.Person> actor;
    private final Div frame = new Div();
    private final Div content = new Div();

    RelatedList(
            Field field, RelatedRecords settings, FieldContext context, Sources sources, Supplier<Actor.Person> actor) {
        this.field = field;
        this.settings = settings;
        this.context = context;
        this.sources = sources;
        this.actor = actor;
        Span label = new Span(context.label(field));
        label.addClassName("mm-label");
        frame.add(label, content);
        frame.addClassNames("mm-shown", "mm-related");
        frame.getElement().setAttribute(Labels.FIELD, field.code().text());
        page(0);
    }

    @Override
    public Component component() {
        return frame;
    }

    /** The list follows the record as it is saved, not what is being typed. */
    @Override
    public void show(Value value) {
        // Nothing to show but the records themselves.
    }

    private void page(int offset) {
        content.removeAll();
        Optional<AppDefinition> app = sources.app(actor.get(), settings.relatedApp());
        frame.setVisible(app.isPresent());
        if (app.isEmpty()) {
            return;
        }
        if (context.record() == 0) {
            content.add(new Span(context.words().of("field.related.later")));
            return;
        }
        RecordPage page =
                sources.records().related(actor.get(), context.app().id(), context.record(), field.code(), offset);
        if (page.records().isEmpty()) {
            content.add(new Span(context.words().of("field.related.none")));
            return;
        }
        Div scroll = new Div(table(app.get(), page.records()));
        scroll.addClassName("mm-table-scroll");
        content.add(scroll);
        Long total = page.total();
        if (total != null && total > settings.size()) {
            content.add(pager(offset, total));
        }
    }

    private NativeTable table(AppDefinition app, List<AppRecord> records) {
        Access access = sources.apps().access(actor.get(), app);
        List<TableColumn> columns = settings.displayFields().stream()
                .filter(code -> access.ever(code).readable())
                .flatMap(code -> app.field(code).stream())
                .map(shown -> new TableColumn(shown, null))
                .toList();
        FieldContext other = context.in(app);
        NativeTable table = TableHead.read(columns, other);
        NativeTableBody body = new NativeTableBody();
        records.forEach(record -> body.add(line(app, columns, record, new ValueTexts(other))));
        table.add(body);
        return table;
    }

    private NativeTableRow line(AppDefinition app, List<TableColumn> columns, AppRecord record, ValueTexts texts) {
        NativeTableRow line = new NativeTableRow();
        boolean first = true;
        for (TableColumn column : columns) {
            String text = texts.column(column.field(), record.value(column.field()));
            NativeTableCell cell = first ? new NativeTableCell(link(app, record, text)) : new NativeTableCell(text);
            cell.getElement().setAttribute("data-label", texts.context().label(column.field()));
            line.add(cell);
            first = false;
        }
        return line;
    }

    private Anchor link(AppDefinition app, AppRecord record, String text) {
        Anchor anchor = new Anchor("apps/" + app.code() + "/" + record.id(), text.isEmpty() ? "#" + record.id() : text);
        anchor.getElement().setAttribute("router-link", true);
        return anchor;
    }

    private Component pager(int offset, long total) {
        int last = (int) Math.min(total, offset + settings.size());
        Button before = new Button(
                context.words().of("field.related.before"), event -> page(Math.max(0, offset - settings.size())));
        before.setEnabled(offset > 0);
        Button after = new Button(context.words().of("field.related.after"), event -> page(offset + settings.size()));
        after.setEnabled(last < total);
        Span place = new Span(context.words().of("field.related.place", offset + 1, last, total));
        Div pager = new Div(before, place, after);
        pager.addClassName("mm-pager");
        return pager;
    }
}
