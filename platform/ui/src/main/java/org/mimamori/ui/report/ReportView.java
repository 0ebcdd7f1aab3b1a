package org.mimamori.ui.report;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.Report;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.permission.Access;
import org.mimamori.engine.permission.Right;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.report.Snapshot;
import org.mimamori.ui.field.DayTexts;
import org.mimamori.ui.field.FieldContext;
import org.mimamori.ui.shell.Crumb;
import org.mimamori.ui.shell.HasTrail;
import org.mimamori.ui.shell.MainLayout;
import org.mimamori.ui.shell.Words;

/** The reports of an app: those its builders made, and whatever somebody asks. All it shows is in its address. */
@Route(value = "apps/:app/reports/:report?([0-9]{1,18})", layout = MainLayout.class)
@StyleSheet("context://styles/record.css")
@StyleSheet("context://styles/report.css")
@PermitAll
public final class ReportView extends Div implements BeforeEnterObserver, HasDynamicTitle, HasTrail {

    private static final String KEPT = "kept";

    private final ReportDesk desk;
    private final Words words;
    private List<Crumb> trail = List.of();
    private String title = "";

    ReportView(ReportDesk desk) {
        this.desk = desk;
        this.words = desk.words();
        addClassName("mm-report-page");
    }

    /** Address of an app's reports. */
    public static String path(AppDefinition app) {
        return "apps/" + app.code() + "/reports";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor.Person actor = desk.actor();
        AppDefinition app = desk.apps()
                .getByCode(actor, event.getRouteParameters().get("app").orElse(""));
        Access access = desk.apps().access(actor, app);
        Optional<Report> report = event.getRouteParameters()
                .get("report")
                .map(number -> desk.reports().get(actor, app.id(), Long.parseLong(number)));
        name(app, report);
        removeAll();
        Div main = new Div(new H1(title));
        main.addClassName("mm-report-main");
        add(list(app, access, report), main);
        if (!access.may(Right.VIEW)) {
            main.add(new Paragraph(words.of("list.addOnly")));
        } else if (report.isPresent()) {
            made(main, event, app, access, report.get());
        } else {
            asked(main, event, app, access);
        }
    }

    private void name(AppDefinition app, Optional<Report> report) {
        String appName = app.name().in(words.locale());
        title = report.map(one -> one.name().in(words.locale())).orElseGet(() -> words.of("report.ask"));
        List<Crumb> steps = new ArrayList<>(List.of(new Crumb(appName, "apps/" + app.code())));
        if (report.isPresent()) {
            steps.add(new Crumb(words.of("report.reports"), path(app)));
        }
        steps.add(Crumb.here(title));
        trail = steps;
    }

    /** The way to the other reports. */
    private Component list(AppDefinition app, Access access, Optional<Report> shown) {
        UnorderedList links = new UnorderedList();
        if (access.may(Right.VIEW)) {
            desk.reports()
                    .all(desk.actor(), app.id())
                    .forEach(report -> links.add(link(
                            path(app) + "/" + report.id(),
                            report.name().in(words.locale()),
                            shown.map(one -> one.id() == report.id()).orElse(false))));
        }
        links.add(link(path(app), words.of("report.ask"), shown.isEmpty()));
        Nav nav = new Nav(links);
        nav.setAriaLabel(words.of("report.reports"));
        nav.addClassName("mm-reports");
        return nav;
    }

    private static ListItem link(String path, String name, boolean here) {
        Anchor anchor = new Anchor(path, name);
        if (here) {
            anchor.getElement().setAttribute("aria-current", "page");
        }
        return new ListItem(anchor);
    }

    private void made(Div main, BeforeEnterEvent event, AppDefinition app, Access access, Report report) {
        FieldContext context = desk.context(app);
        List<Snapshot> kept = report.periodicReport() == null
                ? List.of()
                : desk.reports().snapshots(desk.actor(), app.id(), report.id());
        Optional<Snapshot> chosen = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(KEPT)
                .flatMap(time -> kept.stream()
                        .filter(one -> Long.toString(one.due().toEpochMilli()).equals(time))
                        .findFirst());
        if (!kept.isEmpty()) {
            main.add(times(path(app) + "/" + report.id(), kept, chosen));
        }
        main.add(chosen.map(one -> ResultPane.of(app, access, context, one))
                .orElseGet(() -> ResultPane.of(
                        app, access, context, desk.reports().run(desk.actor(), app.id(), report.id()), title)));
    }

    /** Now, and the times at which results were kept. */
    private Component times(String path, List<Snapshot> kept, Optional<Snapshot> chosen) {
        Select<Optional<Instant>> times = new Select<>();
        times.setLabel(words.of("report.asOf"));
        times.setId("report-as-of");
        List<Optional<Instant>> items = new ArrayList<>(List.of(Optional.empty()));
        kept.forEach(one -> items.add(Optional.of(one.due())));
        times.setItems(items);
        times.setItemLabelGenerator(time -> time.map(this::time).orElseGet(() -> words.of("report.now")));
        times.setValue(chosen.map(Snapshot::due));
        times.addValueChangeListener(event -> UI.getCurrent()
                .navigate(
                        path,
                        event.getValue()
                                .map(due -> QueryParameters.of(KEPT, Long.toString(due.toEpochMilli())))
                                .orElse(QueryParameters.empty())));
        return times;
    }

    private String time(Instant instant) {
        ZonedDateTime time = instant.atZone(desk.actor().zone());
        return DayTexts.column(time.toLocalDate(), words.locale()) + " " + DayTexts.time(time.toLocalTime());
    }

    private void asked(Div main, BeforeEnterEvent event, AppDefinition app, Access access) {
        FieldContext context = desk.context(app);
        ReportState state = ReportState.read(event.getLocation().getQueryParameters());
        main.add(new ReportBuilder(app, access, state, context));
        if (state.groups().isEmpty()) {
            Paragraph hint = new Paragraph(words.of("report.hint"));
            hint.addClassName("mm-empty");
            main.add(hint);
            return;
        }
        try {
            main.add(ResultPane.of(
                    app, access, context, desk.reports().run(desk.actor(), app.id(), state.json(title)), title));
        } catch (PlatformException refused) {
            main.add(refused(refused));
        }
    }

    /** An address that asks for what cannot be: said in words, not thrown. */
    private Component refused(PlatformException refused) {
        boolean foreseen = refused.problem() instanceof Problem.DefinitionRefused
                || refused.problem() instanceof Problem.BadParameter
                || refused.problem() instanceof Problem.QueryRefused
                || refused.problem() instanceof Problem.QuerySyntax;
        if (!foreseen) {
            throw refused;
        }
        Div said = new Div(new Paragraph(words.of("report.refused")));
        said.addClassName("mm-problems");
        said.getElement().setAttribute("role", "alert");
        return said;
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
