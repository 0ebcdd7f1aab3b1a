package org.mimamori.engine.query;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.directory.DirectoryStore;
import org.mimamori.engine.directory.Group;
import org.mimamori.engine.directory.Organization;
import org.mimamori.engine.directory.TokenEntry;
import org.mimamori.engine.directory.User;
import org.mimamori.engine.text.LocalText;
import tools.jackson.databind.JsonNode;

/** The people the corpus's queries name, read from its JSON. */
final class CorpusPeople implements DirectoryStore {

    private final List<User> users = new ArrayList<>();
    private final List<Organization> organizations = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();

    private CorpusPeople() {}

    static Directory read(JsonNode people) {
        CorpusPeople store = new CorpusPeople();
        people.path("users").properties().forEach(entry -> store.users.add(user(entry.getKey(), entry.getValue())));
        people.path("organizations")
                .forEach(code -> store.organizations.add(
                        new Organization(code.asString(), LocalText.of(code.asString()), "", null)));
        people.path("groups")
                .forEach(code -> store.groups.add(new Group(code.asString(), LocalText.of(code.asString()))));
        return new Directory(store);
    }

    private static User user(String code, JsonNode settings) {
        return new User(
                code,
                code,
                "",
                "",
                Locale.JAPANESE,
                ZoneId.of(settings.path("zone").asString()),
                true,
                texts(settings.path("organizations")),
                texts(settings.path("groups")),
                false);
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    @Override
    public List<User> users() {
        return users;
    }

    @Override
    public List<Organization> organizations() {
        return organizations;
    }

    @Override
    public List<Group> groups() {
        return groups;
    }

    @Override
    public long version() {
        return 1;
    }

    @Override
    public void saveUsers(List<User> changed) {
        users.addAll(changed);
    }

    @Override
    public void saveOrganizations(List<Organization> changed) {
        organizations.addAll(changed);
    }

    @Override
    public void saveGroups(List<Group> changed) {
        groups.addAll(changed);
    }

    @Override
    public Optional<String> passwordHash(String user) {
        return Optional.empty();
    }

    @Override
    public void savePasswordHash(String user, String hash) {
        throw new UnsupportedOperationException(user);
    }

    @Override
    public Optional<TokenEntry> token(String hash) {
        return Optional.empty();
    }

    @Override
    public void saveToken(TokenEntry token) {
        throw new UnsupportedOperationException(token.note());
    }
}
