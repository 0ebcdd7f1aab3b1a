package org.mimamori.engine.store;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Password hashes as they stood at one version of the directory: every call of a program asks for one. */
final class CachedHashes {

    private volatile Held held = new Held(Long.MIN_VALUE, Map.of());

    private record Held(long version, Map<String, Optional<String>> byUser) {}

    /** @param read reads a user's hash from the database */
    Optional<String> get(String user, long version, Function<String, Optional<String>> read) {
        Held current = held;
        if (current.version() != version) {
            current = new Held(version, new ConcurrentHashMap<>());
            held = current;
        }
        return current.byUser().computeIfAbsent(user, read);
    }
}
