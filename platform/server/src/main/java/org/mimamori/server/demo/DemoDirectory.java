package org.mimamori.server.demo;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.directory.DirectoryStore;
import org.mimamori.engine.directory.Group;
import org.mimamori.engine.directory.Organization;
import org.mimamori.engine.directory.PasswordCheck;
import org.mimamori.engine.directory.User;
import org.mimamori.engine.text.LocalText;
import tools.jackson.databind.JsonNode;

/** Makes the people of a demo: organisations, groups and users of a recipe, all with the one demo password. */
final class DemoDirectory {

    private final DirectoryStore store;
    private final PasswordCheck passwords;
    private final Template template;
    private final JsonNode lists;
    private final ZoneId zone;

    DemoDirectory(DirectoryStore store, PasswordCheck passwords, Template template, JsonNode lists, ZoneId zone) {
        this.store = store;
        this.passwords = passwords;
        this.template = template;
        this.lists = lists;
        this.zone = zone;
    }

    void make(JsonNode recipe) {
        List<Organization> organizations = new ArrayList<>();
        each(recipe.path("organizations"), (entry, scope) -> organizations.add(organization(entry, scope)));
        List<Group> groups = new ArrayList<>();
        each(
                recipe.path("groups"),
                (entry, scope) -> groups.add(new Group(text(entry, "code", scope), name(entry, scope))));
        List<User> users = new ArrayList<>();
        each(recipe.path("users"), (entry, scope) -> users.add(user(entry, scope)));
        store.saveOrganizations(organizations);
        store.saveGroups(groups);
        // One hash for all: the password is printed on the sign-in page, and hashing is slow on purpose.
        String hash = passwords.hash(recipe.get("password").asString());
        store.savePasswordHashes(users.stream().map(User::code).toList(), hash);
        store.saveUsers(users);
    }

    /** Something made of one entry of a recipe. */
    private interface Made {
        void of(JsonNode entry, Scope scope);
    }

    /** An entry with {@code count} stands for several, numbered from 1; with {@code list}, for one per element. */
    private void each(JsonNode entries, Made made) {
        for (JsonNode entry : entries) {
            JsonNode list = entry.has("list") ? lists.get(entry.get("list").asString()) : null;
            int count = entry.has("count") ? entry.get("count").asInt() : list == null ? 1 : list.size();
            for (int i = 1; i <= count; i++) {
                Scope scope = new Scope(null).with("n", Integer.toString(i)).with("nn", "%02d".formatted(i));
                if (list != null) {
                    JsonNode parts = list.get((i - 1) % list.size());
                    for (int part = 0; part < parts.size(); part++) {
                        scope.with(Integer.toString(part), parts.get(part).asString());
                    }
                }
                made.of(entry, scope);
            }
        }
    }

    private Organization organization(JsonNode entry, Scope scope) {
        String parent = text(entry, "parent", scope);
        return new Organization(
                text(entry, "code", scope),
                name(entry, scope),
                text(entry, "kana", scope),
                parent.isEmpty() ? null : parent);
    }

    private User user(JsonNode entry, Scope scope) {
        JsonNode family = person(entry, "family", scope);
        JsonNode given = person(entry, "given", scope);
        String name = family == null || given == null
                ? text(entry, "name", scope)
                : family.get(0).asString() + " " + given.get(0).asString();
        String kana = family == null || given == null
                ? text(entry, "kana", scope)
                : family.get(1).asString() + " " + given.get(1).asString();
        return new User(
                text(entry, "code", scope),
                name,
                kana,
                "",
                null,
                zone,
                true,
                texts(entry.path("organizations"), scope),
                texts(entry.path("groups"), scope),
                entry.path("systemAdmin").asBoolean(false));
    }

    private @Nullable JsonNode person(JsonNode entry, String part, Scope scope) {
        return entry.has(part) ? template.expand(entry.get(part), scope) : null;
    }

    private LocalText name(JsonNode entry, Scope scope) {
        String english = text(entry, "en", scope);
        String name = text(entry, "name", scope);
        return english.isEmpty() ? LocalText.of(name) : LocalText.of(name, "en", english);
    }

    private String text(JsonNode entry, String property, Scope scope) {
        return entry.has(property) ? template.text(entry.get(property), scope) : "";
    }

    private List<String> texts(JsonNode array, Scope scope) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(template.text(element, scope)));
        return texts;
    }
}
