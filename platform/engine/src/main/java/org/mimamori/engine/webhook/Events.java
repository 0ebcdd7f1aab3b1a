package org.mimamori.engine.webhook;

import java.util.Optional;
import org.mimamori.engine.app.Webhook;
import org.mimamori.engine.change.Change;

/** What an entry of the change log is to a webhook. */
final class Events {

    private Events() {}

    /** What the platform itself has loaded is news to nobody, as with notifications. */
    static Optional<Webhook.Event> of(Change change) {
        if (!change.reason().isEmpty()) {
            return Optional.empty();
        }
        return switch (change.what()) {
            case Change.What.Created created -> Optional.of(Webhook.Event.ADD_RECORD);
            case Change.What.Updated updated -> Optional.of(Webhook.Event.UPDATE_RECORD);
            case Change.What.StatusChanged(var action, var diffs) ->
                diffs.isEmpty() ? Optional.empty() : Optional.of(Webhook.Event.UPDATE_STATUS);
            case Change.What.Deleted deleted -> Optional.of(Webhook.Event.DELETE_RECORD);
            case Change.What.Commented commented -> Optional.of(Webhook.Event.ADD_RECORD_COMMENT);
            case Change.What.CommentDeleted deleted -> Optional.empty();
            case Change.What.Deployed deployed -> Optional.empty();
            case Change.What.Imported imported -> Optional.empty();
            case Change.What.ThreadCommented commented -> Optional.empty();
            case Change.What.Administered administered -> Optional.empty();
        };
    }
}
