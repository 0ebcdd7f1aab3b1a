package org.mimamori.ui.comment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.comment.Comment;

/**
 * A comment and all answers to it and to its answers, oldest first.
 *
 * @param start number of the comment the thread starts with
 * @param comments what there is of the thread; the starting comment may be missing: deleted, or not read yet
 */
record CommentThread(long start, List<Comment> comments) {

    CommentThread {
        comments = List.copyOf(comments);
    }

    /** Threads of some comments, the one started last first. */
    static List<CommentThread> of(List<Comment> comments) {
        Map<Long, Comment> known = new HashMap<>();
        comments.forEach(comment -> known.put(comment.id(), comment));
        Map<Long, List<Comment>> threads = new TreeMap<>(Comparator.reverseOrder());
        comments.stream()
                .sorted(Comparator.comparingLong(Comment::id))
                .forEach(comment -> threads.computeIfAbsent(start(comment, known), id -> new ArrayList<>())
                        .add(comment));
        return threads.entrySet().stream()
                .map(thread -> new CommentThread(thread.getKey(), thread.getValue()))
                .toList();
    }

    /** The comment it starts with, if that is there. */
    Optional<Comment> root() {
        return comments.stream().filter(comment -> comment.id() == start).findFirst();
    }

    List<Comment> answers() {
        return comments.stream().filter(comment -> comment.id() != start).toList();
    }

    private static long start(Comment comment, Map<Long, Comment> known) {
        Comment current = comment;
        Long above = current.replyTo();
        // An answer is younger than what it answers, so numbers fall on the way up and the walk ends.
        while (above != null && above < current.id()) {
            @Nullable Comment next = known.get(above);
            if (next == null) {
                return above;
            }
            current = next;
            above = current.replyTo();
        }
        return current.id();
    }
}
