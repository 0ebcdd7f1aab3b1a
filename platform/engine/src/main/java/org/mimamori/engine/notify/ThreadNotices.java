package org.mimamori.engine.notify;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mimamori.engine.change.Change;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.User;
import org.mimamori.engine.inbox.Notice;
import org.mimamori.engine.space.ThreadReading;

/** Whom a comment in a thread is told to: those it mentions who may enter the space, and not the one who wrote it. */
final class ThreadNotices {

    private final Desk desk;
    private final ThreadReading threads;

    ThreadNotices(Desk desk, ThreadReading threads) {
        this.desk = desk;
        this.threads = threads;
    }

    void tell(Change change, long thread, long comment, List<EntityRef> mentions) {
        Set<User> mentioned = new LinkedHashSet<>();
        mentions.forEach(ref -> mentioned.addAll(desk.directory().members(ref)));
        for (User user : mentioned) {
            boolean may = threads.read(desk.directory().person(user, Locale.JAPANESE), thread, comment)
                    .isPresent();
            if (may && !user.ref().equals(change.actor())) {
                desk.inbox().add(notice(change, user, thread, comment));
            }
        }
    }

    private static Notice notice(Change change, User user, long thread, long comment) {
        return new Notice(
                "thread-%d-%d".formatted(thread, comment),
                user.code(),
                Notice.Kind.THREAD_MENTIONED,
                Change.NO_APP,
                thread,
                comment,
                "",
                Set.of(),
                true,
                change.actor(),
                change.at(),
                false);
    }
}
