package org.mimamori.engine.oauth;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a person lets a program do; kintone's scopes. */
public enum Scope {
    APP_RECORD_READ("k:app_record:read"),
    APP_RECORD_WRITE("k:app_record:write"),
    APP_SETTINGS_READ("k:app_settings:read"),
    APP_SETTINGS_WRITE("k:app_settings:write"),
    FILE_READ("k:file:read"),
    FILE_WRITE("k:file:write");

    private final String text;

    Scope(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    static Optional<Scope> find(String text) {
        return Arrays.stream(values()).filter(scope -> scope.text.equals(text)).findFirst();
    }

    /** Scopes separated by spaces; empty when one of them is none of ours, or none is given. */
    static Set<Scope> parse(String text) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String part : text.strip().split(" +")) {
            Optional<Scope> scope = find(part);
            if (scope.isEmpty()) {
                return Set.of();
            }
            scopes.add(scope.get());
        }
        return scopes;
    }

    /** Scopes as the protocol writes them. */
    public static String text(Collection<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::text).collect(Collectors.joining(" "));
    }
}
