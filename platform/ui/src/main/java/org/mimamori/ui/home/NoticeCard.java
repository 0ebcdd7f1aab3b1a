package org.mimamori.ui.home;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.ZoneId;
import org.mimamori.engine.inbox.Inbox;
import org.mimamori.engine.inbox.Notice;
import org.mimamori.ui.shell.DirectoryNames;
import org.mimamori.ui.shell.TimeText;
import org.mimamori.ui.shell.When;
import org.mimamori.ui.shell.Words;

/** One thing I was told: who wrote what, on which record, when. Opens the record at the comment. */
final class NoticeCard extends ListItem {

    NoticeCard(Inbox.Shown shown, String appCode, Reader reader) {
        Notice notice = shown.notice();
        Words words = reader.words();
        addClassName("notice-card");
        if (!notice.read()) {
            addClassName("unread");
        }
        Anchor open = new Anchor("apps/" + appCode + "/" + notice.record() + "?comment=" + notice.comment());
        open.addClassName("notice-link");
        open.add(head(notice, reader), text(shown), about(shown, words));
        add(open);
    }

    private static Div head(Notice notice, Reader reader) {
        Span who = new Span(reader.words().of("inbox.who", reader.names().of(notice.actor())));
        who.addClassName("notice-who");
        Span place = new Span(reader.names().place(notice.actor()));
        place.addClassName("notice-place");
        Div head = new Div(who, place, new TimeText(notice.at(), reader.zone(), reader.when()));
        head.addClassName("notice-head");
        return head;
    }

    private static Paragraph text(Inbox.Shown shown) {
        Paragraph text = new Paragraph(shown.text());
        text.addClassName("notice-text");
        return text;
    }

    private static Div about(Inbox.Shown shown, Words words) {
        Span record = new Span(shown.recordTitle());
        record.addClassName("notice-record");
        Span app = new Span(shown.appName());
        app.addClassName("notice-app");
        Div about = new Div(record, app);
        about.addClassName("notice-about");
        if (!shown.notice().read()) {
            Span unread = new Span(words.of("inbox.unread"));
            unread.addClassName("badge");
            about.add(unread);
        }
        return about;
    }

    /** What it takes to put a notice before somebody. */
    record Reader(ZoneId zone, Words words, When when, DirectoryNames names) {}
}
