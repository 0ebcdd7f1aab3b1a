package org.mimamori.engine.directory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The whole directory as it stood at one version of the store. */
record DirectoryCopy(
        long version, Map<String, User> users, Map<String, Organization> organizations, Map<String, Group> groups) {

    static DirectoryCopy empty() {
        return new DirectoryCopy(-1, Map.of(), Map.of(), Map.of());
    }

    static DirectoryCopy read(DirectoryStore store, long version) {
        return new DirectoryCopy(
                version,
                byCode(store.users(), User::code),
                byCode(store.organizations(), Organization::code),
                byCode(store.groups(), Group::code));
    }

    private static <T> Map<String, T> byCode(List<T> entries, Function<T, String> code) {
        return entries.stream().collect(Collectors.toMap(code, e -> e, (a, b) -> b, LinkedHashMap::new));
    }
}
