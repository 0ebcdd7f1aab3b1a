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
import java.util.Optional;
import org.mimamori.engine.inbox.Inbox.Which;
import org.mimamori.ui.shell.Crumb;
import org.mimamori.ui.shell.HasTrail;
import org.mimamori.ui.shell.MainLayout;

/** All I was told; {@code ?show=all} with what I have read already. */
@Route(value = "inbox", layout = MainLayout.class)
@PermitAll
public class InboxView extends Div implements BeforeEnterObserver, HasDynamicTitle, HasTrail {

    private static final int PAGE = 30;

    private final InboxDesk desk;

    InboxView(InboxDesk desk) {
        this.desk = desk;
        addClassName("inbox");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        boolean all = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("show")
                .equals(Optional.of("all"));
        Which which = all ? Which.ALL : Which.UNREAD;
        removeAll();
        add(new H1(desk.words().of("inbox.title")), tabs(which), new NoticeList(desk, which, PAGE));
    }

    private Tabs tabs(Which which) {
        Tab unread = new Tab(desk.words().of("inbox.tab.unread"));
        Tab all = new Tab(desk.words().of("inbox.tab.all"));
        Tabs tabs = new Tabs(unread, all);
        tabs.setSelectedTab(which == Which.ALL ? all : unread);
        tabs.addSelectedChangeListener(change -> getUI().ifPresent(ui -> ui.navigate(
                "inbox",
                change.getSelectedTab() == all ? QueryParameters.of("show", "all") : QueryParameters.empty())));
        return tabs;
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
