package org.mimamori.ui.comment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.comment.Comment;
import org.mimamori.engine.comment.CommentPage;
import org.mimamori.engine.comment.Comments.Order;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.inbox.Inbox;
import org.mimamori.engine.inbox.Notice;

/** The comments of one record as the person signed in may read and write them. */
record Discussion(CommentDesk desk, AppDefinition app, long record) {

    /** As many at a time as the engine is asked for. */
    private static final int CHUNK = 100;
    /** Whom one is offered to mention at once. */
    private static final int CHOICES = 20;
    /** Notices looked through for those about this record. */
    private static final int NOTICES = 100;

    Actor.Person person() {
        return desk.current().get();
    }

    /** The newest comments. */
    CommentPage newest(int wanted) {
        Actor.Person person = person();
        List<Comment> found = new ArrayList<>();
        boolean older = true;
        while (older && found.size() < wanted) {
            CommentPage page = desk.comments()
                    .list(
                            person,
                            app.id(),
                            record,
                            Order.DESCENDING,
                            found.size(),
                            Math.min(CHUNK, wanted - found.size()));
            found.addAll(page.comments());
            older = page.older() && !page.comments().isEmpty();
        }
        return new CommentPage(found, older, false);
    }

    long add(String text, List<EntityRef> mentions, @Nullable Long replyTo) {
        return desk.comments().add(person(), app.id(), record, text, mentions, replyTo);
    }

    void delete(Comment comment) {
        desk.comments().delete(person(), app.id(), record, comment.id());
    }

    void like(Comment comment) {
        desk.comments().like(person(), app.id(), record, comment.id());
    }

    void unlike(Comment comment) {
        desk.comments().unlike(person(), app.id(), record, comment.id());
    }

    /** Whom one can mention whose name contains a text. */
    List<Mention> mentionable(String text) {
        return desk.comments().mentionable(person(), app.id(), record, text, CHOICES).stream()
                .map(ref -> Mention.of(ref, desk.names()))
                .toList();
    }

    /** Those an answer to all goes to: who wrote in the thread and whom they mentioned, without the person. */
    List<Mention> all(CommentThread thread) {
        EntityRef self = person().ref();
        return thread.comments().stream()
                .flatMap(comment -> Stream.concat(Stream.of(comment.creator()), comment.mentions().stream()))
                .filter(ref -> !ref.equals(self))
                .distinct()
                .limit(Mention.MOST)
                .map(ref -> Mention.of(ref, desk.names()))
                .toList();
    }

    /** Whoever has the comments of a record before them has seen what they were told about it. */
    void markNoticesRead() {
        Actor.Person person = person();
        List<String> seen = desk.inbox().of(person, Inbox.Which.UNREAD, 0, NOTICES).stream()
                .map(Inbox.Shown::notice)
                .filter(notice -> notice.app().equals(app.id()) && notice.record() == record)
                .map(Notice::id)
                .toList();
        if (!seen.isEmpty()) {
            desk.inbox().markRead(person, seen);
        }
    }
}
