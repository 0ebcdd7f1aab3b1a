package org.mimamori.engine.space;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.FileRef;

/**
 * A comment in a thread: words, files, or both.
 *
 * @param id counted per thread from 1; never reused
 */
public record ThreadComment(
        long id,
        long thread,
        String text,
        List<EntityRef> mentions,
        List<Picture> files,
        EntityRef creator,
        Instant createdAt) {

    public ThreadComment {
        mentions = List.copyOf(mentions);
        files = List.copyOf(files);
    }

    /**
     * A file under a comment.
     *
     * @param width how wide a picture is shown, in pixels; null as wide as it is
     */
    public record Picture(FileRef file, @Nullable Integer width) {}
}
