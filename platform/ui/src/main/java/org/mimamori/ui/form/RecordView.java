package org.mimamori.ui.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.permission.Access;
import org.mimamori.engine.permission.Right;
import org.mimamori.engine.record.AppRecord;
import org.mimamori.engine.record.RecordTitle;
import org.mimamori.engine.record.Saved;
import org.mimamori.engine.record.Submission;
import org.mimamori.ui.list.ListState;
import org.mimamori.ui.shell.Crumb;
import org.mimamori.ui.shell.HasTrail;
import org.mimamori.ui.shell.MainLayout;
import org.mimamori.ui.shell.Words;

/** The page of one record: read, changed, or added. */
@Route(value = "apps/:app/:record([0-9]{1,18})/:mode?(edit)", layout = MainLayout.class)
@RouteAlias(value = "apps/:app/new", layout = MainLayout.class)
@StyleSheet("context://styles/record.css")
@PermitAll
public final class RecordView extends Div
        implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle, HasTrail {

    private final Desk desk;
    private List<Crumb> trail = List.of();
    private @Nullable EditPane editing;
    private String title = "";

    RecordView(Desk desk) {
        this.desk = desk;
        addClassName("mm-record");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        RouteParameters parameters = event.getRouteParameters();
        Actor.Person actor = desk.actor();
        AppDefinition app = desk.apps().getByCode(actor, parameters.get("app").orElse(""));
        Access access = desk.apps().access(actor, app);
        Optional<Long> number = parameters.get("record").map(Long::valueOf);
        ListState list = ListState.read(event.getLocation().getQueryParameters());
        AppRecord record =
                number.map(n -> desk.records().get(actor, app.id(), n)).orElse(null);
        Opening opening = new Opening(
                app,
                here(access, actor, app, record),
                record,
                copied(event, actor, app),
                StartedValues.of(desk, actor, app, event),
                list);
        if (record != null && parameters.get("mode").isEmpty()) {
            read(opening, record);
        } else {
            access.require(record == null ? Right.ADD : Right.EDIT);
            edit(opening);
        }
    }

    /** The access with what field rights come to in this record, or in a new one. */
    private Access here(Access access, Actor actor, AppDefinition app, @Nullable AppRecord record) {
        if (!access.varies()) {
            return access;
        }
        return access.narrowed(
                record == null
                        ? desk.records()
                                .preview(actor, app.id(), null, Submission.EMPTY)
                                .varying()
                        : record.varying());
    }

    private @Nullable AppRecord copied(BeforeEnterEvent event, Actor actor, AppDefinition app) {
        return event.getLocation()
                .getQueryParameters()
                .getSingleParameter("copy")
                .filter(text -> text.matches("\\d{1,18}"))
                .map(text -> desk.records().get(actor, app.id(), Long.parseLong(text)))
                .orElse(null);
    }

    private void read(Opening opening, AppRecord record) {
        name(opening, RecordTitle.of(opening.app(), opening.access(), record));
        Div head = new Div(new H1(title), new RecordActions(desk, opening, record));
        head.addClassName("mm-record-head");
        Div content = new Div();
        desk.process()
                .standing(desk.actor(), opening.app().id(), record.id())
                .map(standing -> new StatusBar(desk, opening, record, standing, () -> refresh(opening, record.id())))
                .ifPresent(content::add);
        content.add(new ReadPane(desk, opening, record));
        show(null, opening, head, content);
    }

    /** Shows the record as it is now; who no longer sees it, now that it has moved on, is back at the list. */
    private void refresh(Opening opening, long number) {
        boolean visible = desk.records()
                .permitted(desk.actor(), opening.app().id(), List.of(number))
                .containsKey(number);
        if (visible) {
            UI.getCurrent().refreshCurrentRoute(false);
        } else {
            UI.getCurrent().navigate(opening.list().path(opening.app()));
        }
    }

    private void edit(Opening opening) {
        Words words = desk.words();
        AppRecord record = opening.record();
        name(
                opening,
                record == null
                        ? words.of("record.new", opening.app().name().in(words.locale()))
                        : words.of("record.editing", RecordTitle.of(opening.app(), opening.access(), record)));
        Div head = new Div(new H1(title));
        head.addClassName("mm-record-head");
        String back = record == null ? opening.list().path(opening.app()) : opening.path(record.id());
        EditPane pane = new EditPane(
                desk,
                opening,
                saved -> saved(opening, saved),
                () -> UI.getCurrent().navigate(back));
        show(pane, opening, head, pane);
    }

    private void name(Opening opening, String text) {
        title = text;
        String app = opening.app().name().in(desk.words().locale());
        trail = List.of(new Crumb(app, opening.list().path(opening.app())), Crumb.here(text));
    }

    private void show(@Nullable EditPane pane, Opening opening, Component head, Component content) {
        editing = pane;
        removeAll();
        Div main = new Div(head, content);
        main.addClassName("mm-record-main");
        add(main);
        if (opening.record() != null) {
            add(beside(opening));
        }
    }

    private Component beside(Opening opening) {
        TabSheet tabs = new TabSheet();
        tabs.addClassName("mm-record-side");
        for (SidePanel panel : desk.panels()) {
            panel.show(opening.app(), opening.id());
            tabs.add(desk.words().of(panel.titleKey()), panel.component());
        }
        return tabs;
    }

    private void saved(Opening opening, Saved saved) {
        editing = null;
        desk.messages().done(desk.words().of("record.saved"));
        boolean visible = opening.access().may(Right.VIEW);
        UI.getCurrent()
                .navigate(visible ? opening.path(saved.id()) : opening.list().path(opening.app()));
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        EditPane pane = editing;
        if (pane == null || !pane.dirty()) {
            return;
        }
        BeforeLeaveEvent.ContinueNavigationAction leave = event.postpone();
        Words words = desk.words();
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(words.of("record.leave.title"));
        dialog.setText(words.of("record.leave.text"));
        dialog.setCancelable(true);
        dialog.setCancelText(words.of("record.leave.stay"));
        dialog.setConfirmText(words.of("record.leave.leave"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.addConfirmListener(confirm -> leave.proceed());
        dialog.open();
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public List<Crumb> trail() {
        return trail;
    }
}
