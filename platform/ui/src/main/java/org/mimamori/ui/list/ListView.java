package org.mimamori.ui.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.permission.Access;
import org.mimamori.engine.permission.Right;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.query.Condition;
import org.mimamori.ui.field.FieldContext;
import org.mimamori.ui.shell.Crumb;
import org.mimamori.ui.shell.HasTrail;
import org.mimamori.ui.shell.MainLayout;
import org.mimamori.ui.shell.Words;

/** The page that lists the records of an app. All it shows is in its address. */
@Route(value = "apps/:app", layout = MainLayout.class)
@StyleSheet("context://styles/record.css")
@PermitAll
public final class ListView extends Div implements BeforeEnterObserver, HasDynamicTitle, HasTrail {

    private final ListDesk desk;
    private final Words words;
    private String title = "";

    ListView(ListDesk desk) {
        this.desk = desk;
        this.words = desk.words();
        addClassName("mm-list-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor.Person actor = desk.actor();
        AppDefinition app = desk.apps()
                .getByCode(actor, event.getRouteParameters().get("app").orElse(""));
        Access access = desk.apps().access(actor, app);
        ListState state = ListState.read(event.getLocation().getQueryParameters());
        ListQuery query = new ListQuery(app, state);
        FieldContext context = desk.context(app);
        title = app.name().in(words.locale());
        removeAll();
        add(head(app, access, query));
        if (!access.may(Right.VIEW)) {
            add(note("list.addOnly"));
            return;
        }
        try {
            List<Field> columns = query.columns(access);
            RecordPages pages = new RecordPages(desk, query, columns);
            add(new ListBar(query, access, context), summary(query, pages.total(), access, context));
            add(pages.total() == 0 ? empty(query, access) : grid(query, columns, pages, context));
        } catch (PlatformException refused) {
            add(refused(query, refused));
        }
    }

    private Component head(AppDefinition app, Access access, ListQuery query) {
        Div head = new Div(new H1(title));
        head.addClassName("mm-list-head");
        if (access.may(Right.VIEW)) {
            head.add(reports(query));
        }
        if (access.may(Right.IMPORT)) {
            head.add(fromAFile(app, query));
        }
        if (access.may(Right.ADD)) {
            Anchor add = new Anchor("apps/" + app.code() + "/new", words.of("list.add"));
            add.addClassNames("mm-button", "mm-primary");
            add.setId("record-add");
            head.add(add);
        }
        return head;
    }

    private Component fromAFile(AppDefinition app, ListQuery query) {
        Runnable again = () -> UI.getCurrent().navigate(query.state().path(app));
        Button read = new Button(
                words.of("import.title"),
                VaadinIcon.FILE_TABLE.create(),
                click -> desk.imports().dialog(app, again).open());
        read.setId("list-import");
        return read;
    }

    /** The way to figures over what the list shows. */
    private Component reports(ListQuery query) {
        String condition = query.conditionText();
        QueryParameters narrowed =
                condition.isEmpty() ? QueryParameters.empty() : QueryParameters.of("query", condition);
        Anchor reports = new Anchor(
                new Location("apps/" + query.app().code() + "/reports", narrowed).getPathWithQueryParameters(),
                words.of("report.open"));
        reports.addClassName("mm-button");
        reports.setId("list-reports");
        return reports;
    }

    private static Component grid(ListQuery query, List<Field> columns, RecordPages pages, FieldContext context) {
        RecordGrid grid = new RecordGrid(query, columns, pages, context);
        grid.reveal(query.state().at());
        return grid;
    }

    /** The number of records, and what narrows them down, in words. */
    private Component summary(ListQuery query, long total, Access access, FieldContext context) {
        Div summary = new Div();
        summary.addClassName("mm-list-summary");
        Span count = new Span(words.of("list.total", total));
        count.setId("list-total");
        count.getElement().setAttribute("role", "status");
        summary.add(count);
        Optional<Condition> condition = query.condition();
        condition.ifPresent(shown -> {
            Span text = new Span(words.of(
                    "list.narrowed", new ConditionWords(FilterScope.of(query.app(), access, context)).of(shown)));
            text.addClassName("mm-list-condition");
            summary.add(text);
        });
        if (query.state().query() != null) {
            summary.add(new Anchor(query.state().withQuery(null).path(query.app()), words.of("list.back")));
        }
        return summary;
    }

    private Component empty(ListQuery query, Access access) {
        boolean narrowed =
                !query.conditionText().isEmpty() || !query.state().search().isEmpty();
        Div empty = new Div(new Paragraph(words.of(narrowed ? "list.noneFound" : "list.none")));
        empty.addClassName("mm-empty");
        if (narrowed) {
            ListState all = query.state().withQuery("").withSearch("");
            empty.add(new Anchor(all.path(query.app()), words.of("list.showAll")));
        } else if (access.may(Right.ADD)) {
            empty.add(new Anchor("apps/" + query.app().code() + "/new", words.of("list.addFirst")));
        }
        return empty;
    }

    /** A condition somebody typed into the address that cannot be asked: said in words, not thrown. */
    private Component refused(ListQuery query, PlatformException refused) {
        Problem problem = refused.problem();
        if (!(problem instanceof Problem.QuerySyntax) && !(problem instanceof Problem.QueryRefused)) {
            throw refused;
        }
        Div said = new Div(new Paragraph(words.of(problem)));
        said.addClassName("mm-problems");
        said.getElement().setAttribute("role", "alert");
        said.add(new Anchor(ListState.FIRST_VIEW.path(query.app()), words.of("list.back")));
        return said;
    }

    private Component note(String key) {
        Paragraph note = new Paragraph(words.of(key));
        note.addClassName("mm-empty");
        return note;
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public List<Crumb> trail() {
        return List.of(Crumb.here(title));
    }
}
