package org.mimamori.engine.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/**
 * Joins database conditions. Keeps them as flat as they can be: databases look for indexes in the plain conditions at
 * the top.
 */
final class Logic {

    private Logic() {}

    static Document everything() {
        return new Document();
    }

    static Document nothing() {
        return new Document("_id", new Document("$in", List.of()));
    }

    static boolean isNothing(Document condition) {
        return condition.equals(nothing());
    }

    static Document all(List<Document> parts) {
        List<Document> kept = new ArrayList<>();
        for (Document part : parts) {
            if (isNothing(part)) {
                return nothing();
            }
            addFlat(kept, part);
        }
        Document merged = new Document();
        Document joined = new Document();
        for (Document part : kept) {
            for (Map.Entry<String, Object> entry : part.entrySet()) {
                Document into = entry.getKey().startsWith("$") ? joined : merged;
                if (into.containsKey(entry.getKey())) {
                    return new Document("$and", kept);
                }
                into.put(entry.getKey(), entry.getValue());
            }
        }
        // Whether a condition on rows speaks of fields or of bare values is seen by its first name.
        merged.putAll(joined);
        return merged;
    }

    private static void addFlat(List<Document> kept, Document part) {
        if (part.size() == 1 && part.containsKey("$and")) {
            kept.addAll(part.getList("$and", Document.class));
        } else if (!part.isEmpty()) {
            kept.add(part);
        }
    }

    static Document any(List<Document> parts) {
        List<Document> kept = new ArrayList<>();
        for (Document part : parts) {
            if (part.isEmpty()) {
                return everything();
            }
            if (!isNothing(part)) {
                kept.add(part);
            }
        }
        return switch (kept.size()) {
            case 0 -> nothing();
            case 1 -> kept.getFirst();
            default -> new Document("$or", kept);
        };
    }

    static Document none(List<Document> parts) {
        List<Document> kept = new ArrayList<>();
        for (Document part : parts) {
            if (part.isEmpty()) {
                return nothing();
            }
            if (!isNothing(part)) {
                kept.add(part);
            }
        }
        return kept.isEmpty() ? everything() : new Document("$nor", kept);
    }
}
