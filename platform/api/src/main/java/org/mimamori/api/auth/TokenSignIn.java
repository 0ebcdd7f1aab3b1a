package org.mimamori.api.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.mimamori.api.error.CallProblem;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.DirectoryStore;
import org.mimamori.engine.directory.TokenEntry;
import org.mimamori.engine.directory.TokenRight;
import org.mimamori.engine.problem.Problem;

/** Admits programs by API tokens: one per app, kintone's nine at most. */
final class TokenSignIn {

    private static final int MOST_TOKENS = 9;

    private final DirectoryStore store;
    private final ApiSettings settings;

    TokenSignIn(DirectoryStore store, ApiSettings settings) {
        this.store = store;
        this.settings = settings;
    }

    /** @param headers the header's values; each may hold several tokens, separated by commas */
    Actor.Program signIn(List<String> headers, Locale browser) {
        List<String> tokens = headers.stream()
                .flatMap(header -> Stream.of(header.split(",")))
                .map(String::strip)
                .filter(token -> !token.isEmpty())
                .toList();
        if (tokens.isEmpty()) {
            throw new Problem.UnknownToken().asException();
        }
        if (tokens.size() > MOST_TOKENS) {
            throw new CallProblem.IllegalCall("more than " + MOST_TOKENS + " API tokens").asException();
        }
        Map<Long, Set<TokenRight>> rights = new HashMap<>();
        for (String token : tokens) {
            TokenEntry entry = store.token(hash(token)).orElseThrow(() -> new Problem.UnknownToken().asException());
            if (rights.put(entry.app(), entry.rights()) != null) {
                throw new Problem.DuplicateToken().asException();
            }
        }
        return new Actor.Program(rights, browser, settings.zone());
    }

    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
