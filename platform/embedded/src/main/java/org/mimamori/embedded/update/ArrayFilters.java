package org.mimamori.embedded.update;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.CommandException;
import org.mimamori.embedded.filter.Filter;
import org.mimamori.embedded.filter.FilterParser;

/** The conditions that name the elements an update with {@code $[name]} is for. */
final class ArrayFilters {

    private final Map<String, Filter> byName = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    static ArrayFilters parse(@Nullable List<Document> specs) {
        ArrayFilters filters = new ArrayFilters();
        for (Document spec : specs == null ? List.<Document>of() : specs) {
            String name = nameIn(spec);
            if (filters.byName.put(name, FilterParser.parse(spec)) != null) {
                throw CommandException.failedToParse(
                        "Found multiple array filters with the same top-level field name " + name);
            }
        }
        return filters;
    }

    private static String nameIn(Document spec) {
        Set<String> paths = new HashSet<>();
        FilterParser.parse(spec).addPathsTo(paths);
        Set<String> names = new HashSet<>();
        paths.forEach(path -> names.add(path.split("\\.", 2)[0]));
        if (names.size() != 1) {
            throw CommandException.failedToParse("An array filter must speak of exactly one name, not " + names);
        }
        return names.iterator().next();
    }

    void use(String name) {
        if (!byName.containsKey(name)) {
            throw CommandException.badValue("No array filter found for identifier '" + name + "'");
        }
        used.add(name);
    }

    void requireAllUsed() {
        for (String name : byName.keySet()) {
            if (!used.contains(name)) {
                throw CommandException.failedToParse("The array filter for identifier '" + name + "' was not used");
            }
        }
    }

    boolean matches(String name, @Nullable Object element) {
        Filter filter = byName.get(name);
        return filter != null && filter.matches(new Document(name, element));
    }
}
