package org.mimamori.office;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mimamori.engine.directory.DirectoryStore;
import org.mimamori.engine.directory.Group;
import org.mimamori.engine.directory.Organization;
import org.mimamori.engine.directory.TokenEntry;
import org.mimamori.engine.directory.User;

/** The directory in memory. */
public final class MemoryDirectoryStore implements DirectoryStore {

    private final Map<String, User> users = new LinkedHashMap<>();
    private final Map<String, Organization> organizations = new LinkedHashMap<>();
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Map<String, String> hashes = new LinkedHashMap<>();
    private final Map<String, TokenEntry> tokens = new LinkedHashMap<>();
    private long version;

    @Override
    public synchronized List<User> users() {
        return new ArrayList<>(users.values());
    }

    @Override
    public synchronized List<Organization> organizations() {
        return new ArrayList<>(organizations.values());
    }

    @Override
    public synchronized List<Group> groups() {
        return new ArrayList<>(groups.values());
    }

    @Override
    public synchronized long version() {
        return version;
    }

    @Override
    public synchronized void saveUsers(List<User> saved) {
        saved.forEach(user -> users.put(user.code(), user));
        version++;
    }

    @Override
    public synchronized void saveOrganizations(List<Organization> saved) {
        saved.forEach(organization -> organizations.put(organization.code(), organization));
        version++;
    }

    @Override
    public synchronized void saveGroups(List<Group> saved) {
        saved.forEach(group -> groups.put(group.code(), group));
        version++;
    }

    @Override
    public synchronized Optional<String> passwordHash(String user) {
        return Optional.ofNullable(hashes.get(user));
    }

    @Override
    public synchronized void savePasswordHash(String user, String hash) {
        hashes.put(user, hash);
    }

    @Override
    public synchronized Optional<TokenEntry> token(String hash) {
        return Optional.ofNullable(tokens.get(hash));
    }

    @Override
    public synchronized void saveToken(TokenEntry token) {
        tokens.put(token.hash(), token);
    }
}
