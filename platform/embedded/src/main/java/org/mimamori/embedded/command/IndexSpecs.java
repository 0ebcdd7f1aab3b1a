package org.mimamori.embedded.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.CommandException;
import org.mimamori.embedded.bson.FieldTree;
import org.mimamori.embedded.filter.FilterParser;
import org.mimamori.embedded.order.Numbers;
import org.mimamori.embedded.store.IndexDefinition;
import org.mimamori.embedded.store.IndexView;
import org.mimamori.embedded.store.TableView;

/** Reads what an index should be, and refuses what it cannot be here. */
final class IndexSpecs {

    private static final Set<String> KNOWN = Set.of(
            "v",
            "key",
            "name",
            "unique",
            "sparse",
            "partialFilterExpression",
            "expireAfterSeconds",
            "background",
            "ns",
            "collation",
            "hidden");

    private IndexSpecs() {}

    static boolean isIdIndex(Document spec) {
        return spec.get("key") instanceof Document key && key.keySet().equals(Set.of("_id"));
    }

    static IndexDefinition parse(Document spec) {
        for (String option : spec.keySet()) {
            if (!KNOWN.contains(option)) {
                throw cannot("the index option '" + option + "'");
            }
        }
        Refusals.collation(spec.get("collation"));
        if (Boolean.TRUE.equals(spec.get("hidden"))) {
            throw cannot("hidden indexes");
        }
        List<IndexDefinition.Part> parts = parts(spec.get("key"));
        Document partial = spec.get("partialFilterExpression", Document.class);
        if (partial != null) {
            FilterParser.parse(partial);
        }
        Number expiry = spec.get("expireAfterSeconds", Number.class);
        if (expiry != null && parts.size() > 1) {
            throw new CommandException(67, "CannotCreateIndex", "TTL indexes are single-field indexes");
        }
        return new IndexDefinition(
                spec.get("name") instanceof String name ? name : defaultName(parts),
                parts,
                Boolean.TRUE.equals(spec.get("unique")),
                Boolean.TRUE.equals(spec.get("sparse")),
                partial,
                expiry == null ? null : expiry.longValue());
    }

    private static CommandException cannot(String what) {
        return new CommandException(67, "CannotCreateIndex", "the embedded store does not implement " + what);
    }

    private static List<IndexDefinition.Part> parts(@Nullable Object key) {
        if (!(key instanceof Document fields) || fields.isEmpty()) {
            throw new CommandException(67, "CannotCreateIndex", "Index keys cannot be empty.");
        }
        List<IndexDefinition.Part> parts = new ArrayList<>();
        for (Map.Entry<String, Object> field : fields.entrySet()) {
            parts.add(part(field.getKey(), field.getValue()));
        }
        if (parts.size() > 32) {
            throw new CommandException(67, "CannotCreateIndex", "an index may have at most 32 fields");
        }
        return List.copyOf(parts);
    }

    private static IndexDefinition.Part part(String path, @Nullable Object direction) {
        if (direction instanceof String type) {
            throw cannot(type + " indexes");
        }
        if (path.contains("$")) {
            throw cannot("wildcard indexes");
        }
        if (List.of(path.split("\\.", -1)).stream().anyMatch(FieldTree::isPosition)) {
            throw cannot("indexes on one position of an array");
        }
        if (direction instanceof Number number && Numbers.toDouble(number) != 0) {
            return new IndexDefinition.Part(path, Numbers.toDouble(number) < 0);
        }
        throw new CommandException(67, "CannotCreateIndex", "Values in the index key pattern must be non-zero numbers");
    }

    private static String defaultName(List<IndexDefinition.Part> parts) {
        return String.join(
                "_",
                parts.stream()
                        .map(part -> part.path() + "_" + (part.descending() ? -1 : 1))
                        .toList());
    }

    /** Whether just this index exists; one that is like it in name or in key, but not in both, is a conflict. */
    static boolean isThere(IndexDefinition wanted, List<IndexView> known) {
        for (IndexView view : known) {
            IndexDefinition index = view.definition();
            if (index.equals(wanted)) {
                return true;
            }
            if (index.name().equals(wanted.name())) {
                throw new CommandException(
                        86,
                        "IndexKeySpecsConflict",
                        "An existing index has the same name as the requested index, but not the same key or options: "
                                + index.toDocument());
            }
            boolean sameKey =
                    index.parts().equals(wanted.parts()) && java.util.Objects.equals(index.partial(), wanted.partial());
            if (sameKey) {
                throw new CommandException(
                        85,
                        "IndexOptionsConflict",
                        "Index already exists with a different name or options: " + index.toDocument());
            }
        }
        return false;
    }

    static List<String> namesToDrop(@Nullable Object which, TableView table) {
        if ("*".equals(which)) {
            return table.indexes().stream()
                    .map(index -> index.definition().name())
                    .toList();
        }
        if (which instanceof List<?> names) {
            return names.stream().map(name -> name(name, table)).toList();
        }
        return List.of(name(which, table));
    }

    private static String name(@Nullable Object which, TableView table) {
        if ("_id_".equals(which)) {
            throw new CommandException(72, "InvalidOptions", "cannot drop _id index");
        }
        for (IndexView index : table.indexes()) {
            if (index.definition().name().equals(which)
                    || index.definition().keyPattern().equals(which)) {
                return index.definition().name();
            }
        }
        throw new CommandException(27, "IndexNotFound", "index not found with name [" + which + "]");
    }
}
