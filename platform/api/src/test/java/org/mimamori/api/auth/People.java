package org.mimamori.api.auth;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.directory.DirectoryStore;
import org.mimamori.engine.directory.Group;
import org.mimamori.engine.directory.Organization;
import org.mimamori.engine.directory.PasswordCheck;
import org.mimamori.engine.directory.TokenEntry;
import org.mimamori.engine.directory.User;

/** A directory kept in memory, and a password check that counts how often it is asked. */
final class People implements DirectoryStore, PasswordCheck {

    private final Map<String, User> users = new HashMap<>();
    private final Map<String, String> hashes = new HashMap<>();
    private final List<TokenEntry> tokens = new ArrayList<>();
    private long version;
    private int checks;

    /** Adds a person whose password is their code and an exclamation mark. */
    void add(String code, @Nullable Locale language, boolean active) {
        saveUsers(List.of(
                new User(code, code, "", "", language, ZoneId.of("Asia/Tokyo"), active, List.of(), List.of(), false)));
        savePasswordHash(code, hash(code + "!"));
    }

    int checks() {
        return checks;
    }

    @Override
    public List<User> users() {
        return List.copyOf(users.values());
    }

    @Override
    public List<Organization> organizations() {
        return List.of();
    }

    @Override
    public List<Group> groups() {
        return List.of();
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public void saveUsers(List<User> saved) {
        saved.forEach(user -> users.put(user.code(), user));
        version++;
    }

    @Override
    public void saveOrganizations(List<Organization> organizations) {
        version++;
    }

    @Override
    public void saveGroups(List<Group> groups) {
        version++;
    }

    @Override
    public Optional<String> passwordHash(String user) {
        return Optional.ofNullable(hashes.get(user));
    }

    @Override
    public void savePasswordHash(String user, String hash) {
        hashes.put(user, hash);
    }

    @Override
    public Optional<TokenEntry> token(String hash) {
        return tokens.stream().filter(token -> token.hash().equals(hash)).findFirst();
    }

    @Override
    public void saveToken(TokenEntry token) {
        tokens.add(token);
    }

    @Override
    public boolean matches(String password, String hash) {
        checks++;
        return hash.equals(hash(password));
    }

    @Override
    public String hash(String password) {
        return "hash of " + password;
    }
}
