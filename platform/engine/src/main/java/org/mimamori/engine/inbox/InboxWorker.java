package org.mimamori.engine.inbox;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.change.Change;
import org.mimamori.engine.change.ChangeStore;
import org.mimamori.engine.comment.Comment;
import org.mimamori.engine.comment.CommentStore;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.User;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.record.RecordService;

/**
 * Reads the change log and tells people what they were mentioned in or answered on. Never tells somebody of a record he
 * may not see, nor the one who did it.
 */
public final class InboxWorker {

    private static final String NAME = "inbox";

    private static final int PAGE = 100;

    private final ChangeStore changes;
    private final CommentStore comments;
    private final InboxStore inbox;
    private final RecordService records;
    private final Directory directory;

    public InboxWorker(
            ChangeStore changes, CommentStore comments, InboxStore inbox, RecordService records, Directory directory) {
        this.changes = changes;
        this.comments = comments;
        this.inbox = inbox;
        this.records = records;
        this.directory = directory;
    }

    /** Takes what the log holds; answers how many entries it took. May run again on the same entry without harm. */
    public int run() {
        List<Change> claimed = changes.claim(NAME, PAGE);
        claimed.forEach(this::tell);
        if (!claimed.isEmpty()) {
            changes.done(NAME, claimed);
        }
        return claimed.size();
    }

    private void tell(Change change) {
        if (!(change.what() instanceof Change.What.Commented(long comment, List<EntityRef> mentions))) {
            return;
        }
        for (User user : told(change, comment, mentions)) {
            inbox.add(new Notice(
                    "%s-%d-%d".formatted(change.app(), change.record(), comment),
                    user.code(),
                    change.app(),
                    change.record(),
                    comment,
                    change.actor(),
                    change.at(),
                    false));
        }
    }

    private Set<User> told(Change change, long comment, List<EntityRef> mentions) {
        List<EntityRef> refs = new ArrayList<>(mentions);
        comments.find(change.app(), change.record(), comment)
                .map(Comment::replyTo)
                .flatMap(root -> comments.find(change.app(), change.record(), root))
                .ifPresent(root -> refs.add(root.creator()));
        Set<User> told = new LinkedHashSet<>();
        for (EntityRef ref : refs) {
            for (User user : directory.members(ref)) {
                if (!user.ref().equals(change.actor()) && sees(user, change.app(), change.record())) {
                    told.add(user);
                }
            }
        }
        return told;
    }

    private boolean sees(User user, AppId app, long record) {
        try {
            records.get(directory.person(user, Locale.JAPANESE), app, record);
            return true;
        } catch (PlatformException notVisible) {
            return false;
        }
    }
}
