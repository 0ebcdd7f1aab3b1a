package org.mimamori.ui.comment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.comment.Comment;
import org.mimamori.engine.directory.EntityRef;

class CommentThreadTest {

    @Test
    void gathersAnswersToAnswersUnderTheStart() {
        List<CommentThread> threads =
                CommentThread.of(List.of(comment(4, 2L), comment(3, null), comment(2, 1L), comment(1, null)));
        assertThat(threads).extracting(CommentThread::start).containsExactly(3L, 1L);
        assertThat(threads.getLast().comments()).extracting(Comment::id).containsExactly(1L, 2L, 4L);
    }

    @Test
    void keepsAnAnswerWhoseStartIsNotThere() {
        CommentThread thread = CommentThread.of(List.of(comment(7, 5L))).getFirst();
        assertThat(thread.start()).isEqualTo(5);
        assertThat(thread.root()).isEmpty();
        assertThat(thread.answers()).hasSize(1);
    }

    @Test
    void doesNotGoRoundInCircles() {
        assertThat(CommentThread.of(List.of(comment(2, 2L), comment(1, 3L), comment(3, 1L))))
                .isNotEmpty();
    }

    private static Comment comment(long id, @Nullable Long replyTo) {
        return new Comment(id, replyTo, "その" + id, List.of(), EntityRef.user("sato"), Instant.EPOCH, List.of());
    }
}
