package org.mimamori.ui.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.Optional;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.inbox.Inbox;
import org.mimamori.engine.record.Apps;

/** The frame around every page after signing in: header, drawer, where one is, the page itself. */
@JsModule("context://js/shell.js")
@AnonymousAllowed
public class MainLayout extends AppLayout implements AfterNavigationObserver {

    private static final int POLL_MILLISECONDS = 30_000;

    private final Words words;
    private final Main main = new Main();
    private final Div page = new Div();
    private final Trail trail;
    private final Div announcer = new Div();
    private final Optional<NoticeBell> bell;

    MainLayout(
            CurrentActor current,
            Apps apps,
            Inbox inbox,
            DirectoryNames names,
            Words words,
            Languages languages,
            SignOut signOut) {
        this.words = words;
        this.trail = new Trail(words);
        Optional<Actor.Person> person = current.find();
        this.bell = person.map(known -> new NoticeBell(inbox, current, words));
        Header bar = new Header(skipLink());
        bar.addClassName("bar");
        person.ifPresent(known -> {
            bar.add(drawerToggle());
            addToDrawer(new Drawer(apps.all(known), known, words));
        });
        bar.add(home());
        person.ifPresent(known -> bar.add(new AppFinder(apps, current, words)));
        bell.ifPresent(bar::add);
        person.ifPresent(known -> bar.add(new UserMenu(known, names, words, languages, signOut)));
        addToNavbar(bar);
        Div frame = frame();
        person.ifPresent(known -> {
            frame.addComponentAsFirst(printHead(names.withPlace(known.ref())));
            frame.add(new IdleWatch(words, signOut));
        });
        setContent(frame);
    }

    private Component skipLink() {
        Anchor skip = new Anchor("#content", words.of("skip"));
        skip.addClassName("skip-link");
        skip.setRouterIgnore(true);
        return skip;
    }

    private Component drawerToggle() {
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel(words.of("drawer.toggle"));
        return toggle;
    }

    private Component home() {
        Span mark = new Span();
        mark.addClassName("mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        Anchor home = new Anchor("", mark, new Span(words.of("product.name")));
        home.addClassName("product");
        home.setAriaLabel(words.of("product.home"));
        return home;
    }

    /** On paper only: what is printed here is confidential, and somebody answers for the sheet. */
    private Component printHead(String who) {
        Div head = new Div(words.of("print.head", who));
        head.addClassName("print-head");
        return head;
    }

    private Div frame() {
        announcer.addClassName("announcer");
        announcer.getElement().setAttribute("role", "status");
        page.addClassName("page");
        main.setId("content");
        main.getElement().setAttribute("tabindex", "-1");
        main.add(trail, page);
        Div frame = new Div(main, announcer);
        frame.addClassName("frame");
        return frame;
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        page.removeAll();
        page.getElement().appendChild(content.getElement());
    }

    @Override
    public void removeRouterLayoutContent(HasElement old) {
        page.removeAll();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        event.getUI().setPollInterval(POLL_MILLISECONDS);
        bell.ifPresent(shown -> event.getUI().addPollListener(poll -> shown.refresh()));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        trail.show(crumbs(event));
        bell.ifPresent(NoticeBell::refresh);
        announcer.setText(title(event));
    }

    /** Read out by a screen reader: without it, a change of page goes unnoticed. */
    private static String title(AfterNavigationEvent event) {
        return event.getActiveChain().stream()
                .filter(HasDynamicTitle.class::isInstance)
                .map(page -> ((HasDynamicTitle) page).getPageTitle())
                .findFirst()
                .orElse("");
    }

    private static List<Crumb> crumbs(AfterNavigationEvent event) {
        return event.getActiveChain().stream()
                .filter(HasTrail.class::isInstance)
                .map(page -> ((HasTrail) page).trail())
                .findFirst()
                .orElse(List.of());
    }
}
