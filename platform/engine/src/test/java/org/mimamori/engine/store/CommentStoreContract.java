package org.mimamori.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.comment.Comment;
import org.mimamori.engine.comment.CommentStore;
import org.mimamori.engine.directory.EntityRef;

/** What every store of comments does. */
abstract class CommentStoreContract {

    private static final Instant AT = Instant.parse("2026-05-15T01:30:00.123Z");
    private static final EntityRef HEAD = EntityRef.user("head01");

    private AppId app;

    protected abstract MongoStores stores();

    @BeforeEach
    void takeAnApp() {
        app = stores().apps().nextId();
    }

    private CommentStore comments() {
        return stores().comments();
    }

    private static Comment comment(String text, @Nullable Long replyTo) {
        return new Comment(
                0,
                replyTo,
                text,
                List.of(EntityRef.user("coordinator"), EntityRef.organization("office"), EntityRef.group("nurses")),
                EntityRef.user("nursery01"),
                AT,
                List.of());
    }

    private List<Long> ids(long record, boolean ascending, int offset, int limit) {
        return comments().list(app, record, ascending, offset, limit).stream()
                .map(Comment::id)
                .toList();
    }

    @Test
    void numbersCommentsUnderTheirRecord() {
        assertThat(comments().add(app, 1, comment("元気です", null))).isEqualTo(1);
        assertThat(comments().add(app, 1, comment("了解です", 1L))).isEqualTo(2);
        assertThat(comments().add(app, 2, comment("別の記録", null))).isEqualTo(1);
    }

    @Test
    void givesBackACommentAsItWasKept() {
        comments().add(app, 1, comment("元気です", null));
        comments().add(app, 1, comment("了解です", 1L));

        Comment kept = comment("了解です", 1L);
        assertThat(comments().find(app, 1, 2))
                .contains(new Comment(2, 1L, kept.text(), kept.mentions(), kept.creator(), AT, List.of()));
        assertThat(comments().find(app, 1, 1).orElseThrow().replyTo()).isNull();
        assertThat(comments().find(app, 1, 3)).isEmpty();
        assertThat(comments().find(app, 2, 1)).isEmpty();
    }

    @Test
    void listsCommentsInBothOrders() {
        for (int i = 0; i < 12; i++) {
            comments().add(app, 1, comment("その" + i, null));
        }

        assertThat(ids(1, true, 0, 3)).containsExactly(1L, 2L, 3L);
        assertThat(ids(1, true, 10, 5)).containsExactly(11L, 12L);
        assertThat(ids(1, false, 1, 2)).containsExactly(11L, 10L);
        assertThat(ids(1, true, 0, 0)).isEmpty();
        assertThat(ids(2, true, 0, 10)).isEmpty();
        assertThat(comments().count(app, 1)).isEqualTo(12);
    }

    @Test
    void neverGivesTheNumberOfADeletedCommentAgain() {
        comments().add(app, 1, comment("その1", null));
        comments().add(app, 1, comment("その2", null));
        comments().delete(app, 1, 2);

        assertThat(comments().find(app, 1, 2)).isEmpty();
        assertThat(comments().add(app, 1, comment("その3", null))).isEqualTo(3);
    }

    @Test
    void deletesAllCommentsOfARecordAndNoOthers() {
        comments().add(app, 1, comment("その1", null));
        comments().add(app, 1, comment("その2", null));
        comments().add(app, 2, comment("別の記録", null));

        comments().deleteAll(app, 1);

        assertThat(comments().count(app, 1)).isZero();
        assertThat(comments().count(app, 2)).isEqualTo(1);
    }

    @Test
    void countsALikeOnceAndTakesItBack() {
        comments().add(app, 1, comment("元気です", null));
        comments().like(app, 1, 1, HEAD);
        comments().like(app, 1, 1, EntityRef.user("nursery02"));
        comments().like(app, 1, 1, HEAD);
        assertThat(likes()).containsExactly(HEAD, EntityRef.user("nursery02"));

        comments().unlike(app, 1, 1, HEAD);
        comments().unlike(app, 1, 1, HEAD);
        assertThat(likes()).containsExactly(EntityRef.user("nursery02"));
    }

    private List<EntityRef> likes() {
        return comments().find(app, 1, 1).orElseThrow().likes();
    }
}
