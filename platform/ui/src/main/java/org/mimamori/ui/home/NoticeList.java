package org.mimamori.ui.home;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.inbox.Inbox;
import org.mimamori.engine.inbox.Inbox.Which;
import org.mimamori.engine.inbox.Notice;

/** What I was told, newest first; follows what comes in while it is shown. */
final class NoticeList extends Div {

    private final InboxDesk desk;
    private final Which which;
    private final int pageSize;
    private final UnorderedList list = new UnorderedList();
    private final Paragraph nothing;
    private final Button more;
    private final Button allRead;
    private List<Inbox.Shown> shown = List.of();
    private int wanted;

    NoticeList(InboxDesk desk, Which which, int pageSize) {
        this.desk = desk;
        this.which = which;
        this.pageSize = pageSize;
        this.wanted = pageSize;
        addClassName("notice-list");
        list.addClassName("plain");
        nothing = new Paragraph(desk.words().of(which == Which.UNREAD ? "inbox.noneUnread" : "inbox.none"));
        nothing.addClassName("empty");
        more = new Button(desk.words().of("inbox.more"), click -> more());
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        allRead = new Button(desk.words().of("inbox.markRead"), VaadinIcon.CHECK.create(), click -> markRead());
        allRead.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        allRead.addClassName("mark-read");
        add(allRead, nothing, list, more);
        refresh();
    }

    /** Reads anew; touches the page only when something has changed. */
    void refresh() {
        Actor.Person person = desk.current().get();
        List<Inbox.Shown> found = desk.inbox().of(person, which, 0, wanted + 1);
        more.setVisible(found.size() > wanted);
        List<Inbox.Shown> page = new ArrayList<>(found.subList(0, Math.min(wanted, found.size())));
        nothing.setVisible(page.isEmpty());
        allRead.setVisible(page.stream().anyMatch(one -> !one.notice().read()));
        if (!page.equals(shown)) {
            shown = List.copyOf(page);
            show(person);
        }
    }

    private void show(Actor.Person person) {
        Map<AppId, String> codes =
                desk.apps().all(person).stream().collect(Collectors.toMap(AppDefinition::id, AppDefinition::code));
        NoticeCard.Reader reader = new NoticeCard.Reader(person.zone(), desk.words(), desk.when(), desk.names());
        list.removeAll();
        for (Inbox.Shown one : shown) {
            String code = codes.get(one.notice().app());
            if (code != null || one.notice().kind() == Notice.Kind.THREAD_MENTIONED) {
                list.add(new NoticeCard(one, code, reader));
            }
        }
    }

    private void more() {
        wanted += pageSize;
        refresh();
    }

    private void markRead() {
        List<String> ids = shown.stream()
                .map(Inbox.Shown::notice)
                .filter(notice -> !notice.read())
                .map(Notice::id)
                .toList();
        desk.inbox().markRead(desk.current().get(), ids);
        refresh();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        var registration = event.getUI().addPollListener(poll -> refresh());
        addDetachListener(detach -> {
            registration.remove();
            detach.unregisterListener();
        });
    }
}
