package org.mimamori.embedded.command;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.CommandException;
import org.mimamori.embedded.order.Numbers;
import org.mimamori.embedded.plan.Deadline;

/**
 * A command as it came in: its document, and the documents that came beside it.
 *
 * @param connection what it came in on; a transaction ends when its connections do
 */
public record Request(Document body, Map<String, List<byte[]>> sequences, Object connection) {

    /** Fields every command may have. Those that ask for more than this store does are looked at elsewhere. */
    private static final Set<String> COMMON = Set.of(
            "$db",
            "lsid",
            "txnNumber",
            "startTransaction",
            "autocommit",
            "readConcern",
            "writeConcern",
            "$readPreference",
            "$clusterTime",
            "maxTimeMS",
            "comment",
            "apiVersion",
            "apiStrict",
            "apiDeprecationErrors",
            "collation",
            "let",
            "hint",
            "bypassDocumentValidation",
            "allowDiskUse");

    public String name() {
        return body.keySet().iterator().next();
    }

    public String database() {
        return body.getString("$db");
    }

    /** The full name of the collection the command is about. */
    public String namespace() {
        return database() + "." + collection();
    }

    public String collection() {
        if (body.get(name()) instanceof String collection && !collection.isEmpty()) {
            return collection;
        }
        throw new CommandException(73, "InvalidNamespace", "collection name has invalid type or is empty");
    }

    /** Refuses a field this store does not know, and an option that it does not implement. */
    void requireOnly(String... known) {
        Set<String> names = Set.of(known);
        for (Map.Entry<String, Object> entry : body.entrySet()) {
            String field = entry.getKey();
            if (!field.equals(name()) && !names.contains(field) && !COMMON.contains(field)) {
                throw CommandException.location(
                        40415, "BSON field '" + name() + "." + field + "' is an unknown field.");
            }
        }
        Refusals.collation(body.get("collation"));
        if (body.get("let") instanceof Document let && !let.isEmpty()) {
            throw CommandException.notImplemented("the option 'let'");
        }
    }

    @Nullable
    Document document(String field) {
        return switch (body.get(field)) {
            case Document document -> document;
            case null -> null;
            default -> throw CommandException.typeMismatch("field '" + field + "' must be an object");
        };
    }

    Document documentOrEmpty(String field) {
        Document document = document(field);
        return document == null ? new Document() : document;
    }

    boolean flag(String field) {
        return switch (body.get(field)) {
            case Boolean flag -> flag;
            case Number number -> Numbers.toDouble(number) != 0;
            case null -> false;
            default -> throw CommandException.typeMismatch("field '" + field + "' must be a boolean");
        };
    }

    long number(String field, long otherwise) {
        return switch (body.get(field)) {
            case Number number -> number.longValue();
            case null -> otherwise;
            default -> throw CommandException.typeMismatch("field '" + field + "' must be a number");
        };
    }

    String text(String field) {
        if (body.get(field) instanceof String text) {
            return text;
        }
        throw CommandException.typeMismatch("field '" + field + "' must be a string");
    }

    List<Document> documents(String field) {
        Object value = body.get(field);
        if (value instanceof List<?> list && list.stream().allMatch(Document.class::isInstance)) {
            return list.stream().map(Document.class::cast).toList();
        }
        throw CommandException.typeMismatch("field '" + field + "' must be an array of objects");
    }

    Deadline deadline() {
        long millis = number("maxTimeMS", 0);
        return millis == 0 ? Deadline.NEVER : Deadline.inMillis(millis);
    }
}
