package org.mimamori.ui.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.ZoneId;
import java.util.List;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.ui.shell.Crumb;
import org.mimamori.ui.shell.HasTrail;
import org.mimamori.ui.shell.MainLayout;
import org.mimamori.ui.shell.Words;

/** The administrator's list of apps, where definitions are imported. For anybody else there is no such page. */
@Route(value = "admin/apps", layout = MainLayout.class)
@PermitAll
public class AppsView extends Div implements BeforeEnterObserver, HasDynamicTitle, HasTrail {

    private final AdminDesk desk;
    private final Words words;
    private final Grid<AppDefinition> apps = new Grid<>();

    AppsView(AdminDesk desk) {
        this.desk = desk;
        this.words = desk.words();
        addClassName("admin");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!desk.current().get().user().systemAdmin()) {
            throw new NotFoundException();
        }
        removeAll();
        add(
                new H1(words.of("admin.apps.title")),
                new Paragraph(words.of("admin.apps.text")),
                list(),
                importing(),
                refusedAtStart());
    }

    private Grid<AppDefinition> list() {
        ZoneId zone = desk.current().get().zone();
        apps.removeAllColumns();
        apps.addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT);
        apps.setAllRowsVisible(true);
        apps.setEmptyStateText(words.of("admin.apps.none"));
        apps.addColumn(app -> app.id().toString())
                .setHeader(words.of("admin.apps.number"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        apps.addColumn(app -> app.name().in(words.locale()))
                .setHeader(words.of("admin.apps.name"))
                .setFlexGrow(2);
        apps.addColumn(AppDefinition::code).setHeader(words.of("admin.apps.code"));
        apps.addColumn(app -> app.fields().all().count())
                .setHeader(words.of("admin.apps.fields"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        apps.addColumn(app -> app.views().size())
                .setHeader(words.of("admin.apps.views"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        apps.addColumn(AppDefinition::revision)
                .setHeader(words.of("admin.apps.revision"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        apps.addColumn(app -> desk.when().moment(app.stamp().modifiedAt(), zone))
                .setHeader(words.of("admin.apps.changed"))
                .setAutoWidth(true);
        apps.setItems(desk.catalog().all());
        return apps;
    }

    private Section importing() {
        RefusedList refused = new RefusedList(words, desk.sentences());
        refused.setVisible(false);
        DefinitionUpload upload = new DefinitionUpload(
                desk,
                problems -> {
                    refused.setVisible(!problems.isEmpty());
                    refused.show(problems);
                },
                () -> apps.setItems(desk.catalog().all()));
        return card("admin.import.title", upload, refused);
    }

    private Section refusedAtStart() {
        RefusedList refused = new RefusedList(words, desk.sentences());
        refused.show(desk.folder().problems());
        return card("admin.refused.title", refused);
    }

    private Section card(String title, Component... parts) {
        Section card = new Section(new H2(words.of(title)));
        card.add(parts);
        card.addClassName("card");
        return card;
    }

    @Override
    public List<Crumb> trail() {
        return List.of(Crumb.here(words.of("admin.apps.title")));
    }

    @Override
    public String getPageTitle() {
        return words.title(words.of("admin.apps.title"));
    }
}
