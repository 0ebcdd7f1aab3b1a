package org.mimamori.ui.home;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.inbox.Inbox.Which;
import org.mimamori.ui.shell.MainLayout;
import org.mimamori.ui.shell.Words;

/** The first page: my apps, and what I was told. */
@Route(value = "", layout = MainLayout.class)
@PermitAll
public class HomeView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int NOTICES = 5;

    private final InboxDesk desk;

    HomeView(InboxDesk desk) {
        this.desk = desk;
        addClassName("home");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Actor.Person person = desk.current().get();
        removeAll();
        add(new Greeting(person, desk.words(), desk.when()), apps(person), notices());
    }

    private Section apps(Actor.Person person) {
        Words words = desk.words();
        Section section = new Section(new H2(words.of("home.apps")));
        section.addClassName("my-apps");
        List<AppDefinition> apps = desk.apps().all(person);
        if (apps.isEmpty()) {
            Paragraph nothing = new Paragraph(words.of("home.apps.none"));
            nothing.addClassName("empty");
            section.add(nothing);
            return section;
        }
        UnorderedList cards = new UnorderedList();
        cards.addClassNames("plain", "app-cards");
        apps.forEach(app -> cards.add(new AppCard(app, desk.apps().access(person, app), words)));
        section.add(cards);
        return section;
    }

    private Section notices() {
        Words words = desk.words();
        Section section = new Section(new H2(words.of("home.notices")), new NoticeList(desk, Which.UNREAD, NOTICES));
        section.addClassName("my-notices");
        Anchor all = new Anchor("inbox", words.of("home.notices.all"));
        all.addClassName("all-notices");
        section.add(all);
        return section;
    }

    @Override
    public String getPageTitle() {
        return desk.words().title(desk.words().of("home.title"));
    }
}
