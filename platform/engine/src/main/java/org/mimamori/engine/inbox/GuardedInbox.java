package org.mimamori.engine.inbox;

import java.util.ArrayList;
import java.util.List;
import org.mimamori.engine.comment.CommentStore;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.record.Apps;
import org.mimamori.engine.record.RecordService;
import org.mimamori.engine.space.ThreadReading;

/** A person's notices, each read anew through the person's rights when it is shown. */
public final class GuardedInbox implements Inbox {

    private static final int MOST_COUNTED = 100;

    private static final int PAGE = 100;

    private final Apps apps;
    private final RecordService records;
    private final CommentStore comments;
    private final ThreadReading threads;
    private final InboxStore store;

    public GuardedInbox(
            Apps apps, RecordService records, CommentStore comments, ThreadReading threads, InboxStore store) {
        this.threads = threads;
        this.apps = apps;
        this.records = records;
        this.comments = comments;
        this.store = store;
    }

    @Override
    public List<Shown> of(Actor.Person person, Which which, int offset, int limit) {
        NoticePage pages = new NoticePage(apps, records, comments, threads, person);
        List<Shown> shown = new ArrayList<>();
        int read = 0;
        List<Notice> page;
        do {
            page = store.of(person.user().code(), which, read, PAGE);
            read += page.size();
            shown.addAll(pages.show(page));
        } while (page.size() == PAGE && shown.size() < offset + limit);
        return List.copyOf(shown.subList(Math.min(offset, shown.size()), Math.min(offset + limit, shown.size())));
    }

    @Override
    public int unread(Actor.Person person) {
        return of(person, Which.UNREAD, 0, MOST_COUNTED).size();
    }

    @Override
    public void markRead(Actor.Person person, List<String> notices) {
        store.markRead(person.user().code(), notices);
    }
}
