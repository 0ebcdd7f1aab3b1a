package org.mimamori.engine.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.comment.Comment;
import org.mimamori.engine.comment.CommentStore;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.record.AppRecord;
import org.mimamori.engine.record.Apps;
import org.mimamori.engine.record.RecordService;
import org.mimamori.engine.record.RecordTitle;

/** A person's notices, each read anew through the person's rights when it is shown. */
public final class GuardedInbox implements Inbox {

    private static final int MOST_COUNTED = 100;

    private static final int PAGE = 50;

    private final Apps apps;
    private final RecordService records;
    private final CommentStore comments;
    private final InboxStore store;

    public GuardedInbox(Apps apps, RecordService records, CommentStore comments, InboxStore store) {
        this.apps = apps;
        this.records = records;
        this.comments = comments;
        this.store = store;
    }

    @Override
    public List<Shown> of(Actor.Person person, Which which, int offset, int limit) {
        List<Shown> shown = new ArrayList<>();
        int skipped = 0;
        int read = 0;
        List<Notice> page;
        do {
            page = store.of(person.user().code(), which == Which.UNREAD, read, PAGE);
            read += page.size();
            for (Notice notice : page) {
                Optional<Shown> one = show(person, notice);
                if (one.isPresent() && skipped < offset) {
                    skipped++;
                } else if (shown.size() < limit) {
                    one.ifPresent(shown::add);
                }
            }
        } while (page.size() == PAGE && shown.size() < limit);
        return shown;
    }

    @Override
    public int unread(Actor.Person person) {
        return of(person, Which.UNREAD, 0, MOST_COUNTED).size();
    }

    @Override
    public void markRead(Actor.Person person, List<String> notices) {
        store.markRead(person.user().code(), notices);
    }

    private Optional<Shown> show(Actor.Person person, Notice notice) {
        try {
            AppDefinition app = apps.get(person, notice.app());
            AppRecord record = records.get(person, notice.app(), notice.record());
            String title = RecordTitle.of(app, apps.access(person, app), record);
            return comments.find(notice.app(), notice.record(), notice.comment())
                    .map(Comment::text)
                    .map(text -> new Shown(notice, app.name().in(person.locale()), title, text));
        } catch (PlatformException notVisible) {
            return Optional.empty();
        }
    }
}
