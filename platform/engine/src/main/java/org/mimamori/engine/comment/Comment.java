package org.mimamori.engine.comment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.directory.EntityRef;

/**
 * A comment under a record.
 *
 * @param id counted per record from 1; never reused
 * @param replyTo id of the comment it answers, or null for one that starts a thread
 * @param likes people who liked it, in order
 */
public record Comment(
        long id,
        @Nullable Long replyTo,
        String text,
        List<EntityRef> mentions,
        EntityRef creator,
        Instant createdAt,
        List<EntityRef> likes) {

    public Comment {
        mentions = List.copyOf(mentions);
        likes = List.copyOf(likes);
    }
}
