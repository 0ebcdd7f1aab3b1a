package org.mimamori.embedded.expression;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What an expression can see: the document at hand, the variables around it, and the time of the command. */
public record Scope(Document root, Map<String, @Nullable Object> variables, Instant now) {

    public static final Scope EMPTY = new Scope(new Document(), Map.of(), Instant.EPOCH);

    public Scope with(Document document) {
        return new Scope(document, variables, now);
    }

    public Scope at(Instant time) {
        return new Scope(root, variables, time);
    }

    public Scope with(String name, @Nullable Object value) {
        Map<String, @Nullable Object> more = new HashMap<>(variables);
        more.put(name, value);
        return new Scope(root, more, now);
    }
}
