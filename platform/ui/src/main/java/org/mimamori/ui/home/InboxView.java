package org.mimamori.ui.home;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.mimamori.engine.inbox.Inbox.Which;
import org.mimamori.ui.shell.Crumb;
import org.mimamori.ui.shell.HasTrail;
import org.mimamori.ui.shell.MainLayout;

/** What I was told: unread; {@code ?show=me} for me in particular; {@code ?show=all} with what I have read already. */
@Route(value = "inbox", layout = MainLayout.class)
@PermitAll
public class InboxView extends Div implements BeforeEnterObserver, HasDynamicTitle, HasTrail {

    private static final int PAGE = 30;
    private static final String SHOW = "show";

    private final InboxDesk desk;

    InboxView(InboxDesk desk) {
        this.desk = desk;
        addClassName("inbox");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Which which = switch (event.getLocation()
                .getQueryParameters()
                .getSingleParameter(SHOW)
                .orElse("")) {
            case "all" -> Which.ALL;
            case "me" -> Which.TO_ME;
            default -> Which.UNREAD;
        };
        removeAll();
        add(new H1(desk.words().of("inbox.title")), tabs(which), new NoticeList(desk, which, PAGE));
    }

    private Tabs tabs(Which which) {
        Tab unread = new Tab(desk.words().of("inbox.tab.unread"));
        Tab toMe = new Tab(desk.words().of("inbox.tab.toMe"));
        Tab all = new Tab(desk.words().of("inbox.tab.all"));
        Tabs tabs = new Tabs(unread, toMe, all);
        tabs.setSelectedTab(
                switch (which) {
                    case UNREAD -> unread;
                    case TO_ME -> toMe;
                    case ALL -> all;
                });
        tabs.addSelectedChangeListener(change -> {
            Tab chosen = change.getSelectedTab();
            getUI().ifPresent(ui -> ui.navigate("inbox", shown(chosen == all ? "all" : chosen == toMe ? "me" : "")));
        });
        return tabs;
    }

    private static QueryParameters shown(String what) {
        return what.isEmpty() ? QueryParameters.empty() : QueryParameters.of(SHOW, what);
    }

    @Override
    public List<Crumb> trail() {
        return List.of(Crumb.here(desk.words().of("inbox.title")));
    }

    @Override
    public String getPageTitle() {
        return desk.words().title(desk.words().of("inbox.title"));
    }
}
