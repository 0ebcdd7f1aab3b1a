package org.mimamori.engine.comment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.EntityRef;

/** Discussion under records. Whoever may see a record may read and write its comments. */
public interface Comments {

    /**
     * Writes a comment.
     *
     * @param text 1 to 65,535 characters
     * @param mentions at most 10
     * @param replyTo comment it answers, or null
     * @return its number under the record
     */
    long add(Actor actor, AppId app, long record, String text, List<EntityRef> mentions, @Nullable Long replyTo);

    /** Some comments by number, ascending or descending. */
    CommentPage list(Actor actor, AppId app, long record, Order order, int offset, int limit);

    /** Deletes one's own comment. */
    void delete(Actor actor, AppId app, long record, long comment);

    /** Says that one has read and agrees; again is no error. */
    void like(Actor actor, AppId app, long record, long comment);

    void unlike(Actor actor, AppId app, long record, long comment);

    /** People, organisations and groups an actor can mention whose name contains the text. */
    List<EntityRef> mentionable(Actor actor, AppId app, long record, String text, int limit);

    /** The order of a list of comments. */
    enum Order {
        ASCENDING,
        DESCENDING
    }
}
