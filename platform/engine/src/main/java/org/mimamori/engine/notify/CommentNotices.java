package org.mimamori.engine.notify;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.Notifications.Event;
import org.mimamori.engine.change.Change;
import org.mimamori.engine.comment.Comment;
import org.mimamori.engine.comment.CommentStore;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.inbox.Notice.Kind;
import org.mimamori.engine.record.AppRecord;

/** Whom a comment is told to, each person once: first those mentioned, then who is answered, then everybody else. */
final class CommentNotices {

    private final CommentStore comments;

    CommentNotices(CommentStore comments) {
        this.comments = comments;
    }

    void tell(
            AppDefinition app, AppRecord record, Change change, long comment, List<EntityRef> mentions, Teller teller) {
        teller.tell(occasion(Kind.MENTIONED, app, record, change, comment), named(mentions.stream()));
        answered(change, comment)
                .ifPresent(creator ->
                        teller.tell(occasion(Kind.REPLIED, app, record, change, comment), named(Stream.of(creator))));
        Occasion occasion = occasion(Kind.COMMENTED, app, record, change, comment);
        teller.tell(occasion, Receiver.of(NotifyWorker.targets(app, Event.COMMENT_ADDED), app, record));
        if (app.notifications().general().notifyToCommenter()) {
            teller.tell(occasion, earlier(change, comment));
        }
    }

    /** One key whatever the kind: who has been told of the comment is not told again. */
    private static Occasion occasion(Kind kind, AppDefinition app, AppRecord record, Change change, long comment) {
        String key = "%s-%d-%d".formatted(app.id(), record.id(), comment);
        return new Occasion(key, kind, app, record, comment, "", Set.of(), change.actor(), change.at());
    }

    private static List<Receiver> named(Stream<EntityRef> refs) {
        return refs.map(ref -> new Receiver(ref, false, true)).toList();
    }

    private Optional<EntityRef> answered(Change change, long comment) {
        return comments.find(change.app(), change.record(), comment)
                .map(Comment::replyTo)
                .flatMap(root -> comments.find(change.app(), change.record(), root))
                .map(Comment::creator);
    }

    private List<Receiver> earlier(Change change, long comment) {
        return comments.authorsBefore(change.app(), change.record(), comment).stream()
                .map(ref -> new Receiver(ref, false, false))
                .toList();
    }
}
