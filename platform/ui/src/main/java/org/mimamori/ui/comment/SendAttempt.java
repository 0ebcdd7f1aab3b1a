package org.mimamori.ui.comment;

import org.mimamori.engine.problem.PlatformException;
import org.mimamori.ui.shell.Messages;

/** Sending what a box holds: the box is emptied only when the comment is kept. */
final class SendAttempt {

    private SendAttempt() {}

    static void of(CommentBox box, Messages messages, Runnable send) {
        try {
            send.run();
            box.sent();
        } catch (PlatformException refused) {
            box.refused();
            messages.failed(refused.problem());
        }
    }
}
