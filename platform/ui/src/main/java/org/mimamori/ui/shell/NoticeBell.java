package org.mimamori.ui.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.mimamori.engine.inbox.Inbox;

/** Leads to the inbox and says how many notices wait there unread. */
final class NoticeBell extends Anchor {

    /** The inbox counts no further. */
    private static final int MANY = 99;

    private final Inbox inbox;
    private final CurrentActor current;
    private final Words words;
    private final Span count = new Span();
    private final Span said = new Span();

    NoticeBell(Inbox inbox, CurrentActor current, Words words) {
        super("inbox", "");
        this.inbox = inbox;
        this.current = current;
        this.words = words;
        addClassName("notice-bell");
        Icon bell = VaadinIcon.BELL_O.create();
        bell.getElement().setAttribute("aria-hidden", "true");
        count.addClassName("count");
        count.getElement().setAttribute("aria-hidden", "true");
        said.addClassName("visually-hidden");
        add(bell, count, said);
        refresh();
    }

    void refresh() {
        int unread = current.find().map(inbox::unread).orElse(0);
        count.setText(unread > MANY ? MANY + "+" : Integer.toString(unread));
        count.setVisible(unread > 0);
        said.setText(unread == 0 ? words.of("bell.none") : words.of("bell.unread", unread));
        setTitle(said.getText());
    }
}
