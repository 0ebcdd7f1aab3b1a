package org.mimamori.api.auth;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mimamori.engine.oauth.CodeGrant;
import org.mimamori.engine.oauth.OAuthClient;
import org.mimamori.engine.oauth.OAuthStore;
import org.mimamori.engine.oauth.TokenGrant;

/** Grants kept in memory. */
final class Grants implements OAuthStore {

    private final Map<String, OAuthClient> clients = new HashMap<>();
    private final Map<String, CodeGrant> codes = new HashMap<>();
    private final List<TokenGrant> tokens = new ArrayList<>();

    @Override
    public List<OAuthClient> clients() {
        return List.copyOf(clients.values());
    }

    @Override
    public Optional<OAuthClient> client(String id) {
        return Optional.ofNullable(clients.get(id));
    }

    @Override
    public void saveClient(OAuthClient client) {
        clients.put(client.id(), client);
    }

    @Override
    public void deleteClient(String id) {
        clients.remove(id);
        tokens.removeIf(token -> token.client().equals(id));
    }

    @Override
    public void saveCode(CodeGrant code, Instant now) {
        codes.put(code.hash(), code);
    }

    @Override
    public Optional<CodeGrant> takeCode(String hash) {
        return Optional.ofNullable(codes.remove(hash));
    }

    @Override
    public void saveToken(TokenGrant token) {
        tokens.removeIf(held -> held.refreshHash().equals(token.refreshHash()));
        tokens.add(token);
    }

    @Override
    public Optional<TokenGrant> byAccess(String hash) {
        return tokens.stream().filter(token -> token.accessHash().equals(hash)).findFirst();
    }

    @Override
    public Optional<TokenGrant> byRefresh(String hash) {
        return tokens.stream().filter(token -> token.refreshHash().equals(hash)).findFirst();
    }

    @Override
    public void deleteTokensOf(String codeHash) {
        tokens.removeIf(token -> token.codeHash().equals(codeHash));
    }
}
