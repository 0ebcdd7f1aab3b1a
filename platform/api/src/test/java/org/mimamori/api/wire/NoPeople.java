package org.mimamori.api.wire;

import java.util.List;
import java.util.Optional;
import org.mimamori.engine.directory.DirectoryStore;
import org.mimamori.engine.directory.Group;
import org.mimamori.engine.directory.Organization;
import org.mimamori.engine.directory.TokenEntry;
import org.mimamori.engine.directory.User;

/** A directory without anybody: names are then codes. */
final class NoPeople implements DirectoryStore {

    @Override
    public List<User> users() {
        return List.of();
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
        return 1;
    }

    @Override
    public void saveUsers(List<User> users) {}

    @Override
    public void saveOrganizations(List<Organization> organizations) {}

    @Override
    public void saveGroups(List<Group> groups) {}

    @Override
    public Optional<String> passwordHash(String user) {
        return Optional.empty();
    }

    @Override
    public void savePasswordHash(String user, String hash) {}

    @Override
    public Optional<TokenEntry> token(String hash) {
        return Optional.empty();
    }

    @Override
    public void saveToken(TokenEntry token) {}
}
