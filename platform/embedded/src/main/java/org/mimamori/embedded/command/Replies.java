package org.mimamori.embedded.command;

import org.bson.Document;
import org.mimamori.embedded.CommandException;

/** The shapes of answers. */
public final class Replies {

    private Replies() {}

    static Document ok() {
        return new Document("ok", 1.0);
    }

    public static Document error(CommandException e) {
        Document reply = new Document("ok", 0.0)
                .append("errmsg", e.getMessage())
                .append("code", e.code())
                .append("codeName", e.codeName());
        if (!e.labels().isEmpty()) {
            reply.append("errorLabels", e.labels());
        }
        return reply;
    }
}
