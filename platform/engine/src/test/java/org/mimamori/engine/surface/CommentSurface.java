package org.mimamori.engine.surface;

import static org.assertj.core.api.Assertions.assertThat;

import org.mimamori.engine.comment.Comment;
import org.mimamori.engine.comment.CommentPage;
import org.mimamori.engine.comment.Comments.Order;
import org.mimamori.engine.surface.Plain.Rec;

/** Comments, seen by whoever sees the record. */
final class CommentSurface implements Surface {

    @Override
    public void check(Scene scene) {
        for (Rec record : scene.sample()) {
            Object answer = scene.answer(() ->
                    scene.engine.comments.list(scene.actor, scene.id(record.app), record.id, Order.ASCENDING, 0, 100));
            if (answer instanceof CommentPage page) {
                assertThat(scene.seen(record)).as("sees %s", record).isPresent();
                assertThat(page.comments()).extracting(Comment::text).containsExactlyElementsOf(record.comments);
            } else {
                assertThat(answer).isEqualTo(GetSurface.refusal(scene, record));
            }
        }
    }
}
