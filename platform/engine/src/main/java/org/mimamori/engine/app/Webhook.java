package org.mimamori.engine.app;

import java.util.Set;

/**
 * Another program that is sent what happens in an app. kintone has such a thing, but no settings JSON for it.
 *
 * @param name names the webhook in its app
 * @param url where to send
 * @param reader login name of the person through whose rights records are read for it
 */
public record Webhook(String name, String url, Set<Event> events, String reader, boolean enabled) {

    public Webhook {
        events = Set.copyOf(events);
    }

    /** What it can be sent; kintone's names. */
    public enum Event {
        ADD_RECORD,
        UPDATE_RECORD,
        DELETE_RECORD,
        UPDATE_STATUS,
        ADD_RECORD_COMMENT
    }
}
