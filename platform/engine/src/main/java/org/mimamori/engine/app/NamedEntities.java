package org.mimamori.engine.app;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.mimamori.engine.directory.DirectoryStore;
import org.mimamori.engine.directory.Group;
import org.mimamori.engine.directory.Organization;
import org.mimamori.engine.directory.TokenEntry;
import org.mimamori.engine.directory.User;
import org.mimamori.engine.text.LocalText;

/** A directory in which every code that a condition names belongs to somebody. */
final class NamedEntities implements DirectoryStore {

    private final List<String> codes;

    NamedEntities(List<String> codes) {
        this.codes = codes.stream().distinct().toList();
    }

    @Override
    public List<User> users() {
        return codes.stream()
                .map(code -> new User(code, code, "", "", null, ZoneOffset.UTC, true, List.of(), List.of(), false))
                .toList();
    }

    @Override
    public List<Organization> organizations() {
        return codes.stream()
                .map(code -> new Organization(code, LocalText.of(code), "", null))
                .toList();
    }

    @Override
    public List<Group> groups() {
        return codes.stream().map(code -> new Group(code, LocalText.of(code))).toList();
    }

    @Override
    public long version() {
        return 0;
    }

    @Override
    public Optional<String> passwordHash(String user) {
        return Optional.empty();
    }

    @Override
    public Optional<TokenEntry> token(String hash) {
        return Optional.empty();
    }

    @Override
    public void saveUsers(List<User> users) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void saveOrganizations(List<Organization> organizations) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void saveGroups(List<Group> groups) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void savePasswordHash(String user, String hash) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void saveToken(TokenEntry token) {
        throw new UnsupportedOperationException();
    }
}
