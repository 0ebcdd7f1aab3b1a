package org.mimamori.engine.job;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Deleted fields as the details of a job, by storage ids. */
final class PurgeDetails {

    private static final String FIELDS = "fields";

    private PurgeDetails() {}

    static Map<String, String> write(Collection<String> ids) {
        return Map.of(FIELDS, String.join(" ", new TreeSet<>(ids)));
    }

    static Set<String> read(Job job) {
        String ids = job.details().getOrDefault(FIELDS, "");
        return ids.isEmpty() ? Set.of() : Set.of(ids.split(" ", -1));
    }
}
