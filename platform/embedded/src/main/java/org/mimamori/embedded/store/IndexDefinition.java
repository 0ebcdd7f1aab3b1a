package org.mimamori.embedded.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.filter.Filter;
import org.mimamori.embedded.filter.FilterParser;

/** What an index is over. */
public record IndexDefinition(
        String name,
        List<Part> parts,
        boolean unique,
        boolean sparse,
        @Nullable Document partial,
        @Nullable Long expireAfterSeconds) {

    /** One field of an index. */
    public record Part(String path, boolean descending) {}

    public Document keyPattern() {
        Map<String, Object> pattern = new LinkedHashMap<>();
        parts.forEach(part -> pattern.put(part.path(), part.descending() ? -1 : 1));
        return new Document(pattern);
    }

    /** As {@code listIndexes} shows it, and as the catalogue keeps it. */
    public Document toDocument() {
        Document document = new Document("v", 2).append("key", keyPattern()).append("name", name);
        if (unique) {
            document.append("unique", true);
        }
        if (sparse) {
            document.append("sparse", true);
        }
        if (partial != null) {
            document.append("partialFilterExpression", partial);
        }
        if (expireAfterSeconds != null) {
            document.append("expireAfterSeconds", expireAfterSeconds);
        }
        return document;
    }

    /** Reads what {@link #toDocument} wrote. */
    public static IndexDefinition fromDocument(Document document) {
        List<Part> parts = new ArrayList<>();
        document.get("key", Document.class)
                .forEach((path, direction) -> parts.add(new Part(path, ((Number) direction).doubleValue() < 0)));
        Number expiry = document.get("expireAfterSeconds", Number.class);
        return new IndexDefinition(
                document.getString("name"),
                List.copyOf(parts),
                document.getBoolean("unique", false),
                document.getBoolean("sparse", false),
                document.get("partialFilterExpression", Document.class),
                expiry == null ? null : expiry.longValue());
    }

    Filter partialFilter() {
        return partial == null ? Filter.ALL : FilterParser.parse(partial);
    }

    /** The fields of a document that decide its keys in this index. */
    Set<String> paths() {
        Set<String> paths = new TreeSet<>();
        parts.forEach(part -> paths.add(part.path()));
        partialFilter().addPathsTo(paths);
        return paths;
    }
}
