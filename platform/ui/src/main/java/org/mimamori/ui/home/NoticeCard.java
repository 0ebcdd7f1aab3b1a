package org.mimamori.ui.home;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.inbox.Inbox;
import org.mimamori.engine.inbox.Notice;
import org.mimamori.ui.shell.DirectoryNames;
import org.mimamori.ui.shell.TimeText;
import org.mimamori.ui.shell.When;
import org.mimamori.ui.shell.Words;

/**
 * One thing I was told: what happened, who did it, on which record, when. Opens the record, at the comment if any; a
 * thread has no page that could be opened.
 */
final class NoticeCard extends ListItem {

    NoticeCard(Inbox.Shown shown, @Nullable String appCode, Reader reader) {
        Notice notice = shown.notice();
        Words words = reader.words();
        addClassName("notice-card");
        if (!notice.read()) {
            addClassName("unread");
        }
        Anchor open = new Anchor();
        if (appCode != null) {
            open.setHref(page(appCode, notice));
        }
        open.addClassName("notice-link");
        open.add(head(notice, reader));
        if (!shown.text().isEmpty()) {
            open.add(text(shown));
        }
        open.add(about(shown, words));
        add(open);
    }

    /** The record, at the comment if any; the app where it is about no record. */
    private static String page(String appCode, Notice notice) {
        if (notice.record() == 0) {
            return "apps/" + appCode;
        }
        String record = "apps/" + appCode + "/" + notice.record();
        return notice.comment() == 0 ? record : record + "?comment=" + notice.comment();
    }

    private static Div head(Notice notice, Reader reader) {
        Span kind = new Span(reader.words().of("inbox.kind." + notice.kind()));
        kind.addClassName("notice-kind");
        Div head = new Div(kind);
        head.addClassName("notice-head");
        EntityRef actor = notice.actor();
        if (actor != null) {
            Span who = new Span(reader.words().of("inbox.who", reader.names().of(actor)));
            who.addClassName("notice-who");
            Span place = new Span(reader.names().place(actor));
            place.addClassName("notice-place");
            head.add(who, place);
        }
        head.add(new TimeText(notice.at(), reader.zone(), reader.when()));
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
