package org.mimamori.engine.store;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.directory.Group;
import org.mimamori.engine.directory.Organization;
import org.mimamori.engine.directory.TokenEntry;
import org.mimamori.engine.directory.TokenRight;
import org.mimamori.engine.directory.User;
import org.mimamori.engine.text.LocalText;

/** Writes what the directory holds as documents and reads it back; each by its code. */
final class DirectoryCodec {

    private static final String ID = "_id";
    private static final String NAME = "name";
    private static final String KANA = "kana";

    private DirectoryCodec() {}

    static Document write(User user) {
        Locale language = user.language();
        return new Document(ID, user.code())
                .append(NAME, user.name())
                .append(KANA, user.kana())
                .append("email", user.email())
                .append("language", language == null ? null : language.toLanguageTag())
                .append("zone", user.zone().getId())
                .append("active", user.active())
                .append("organizations", user.organizations())
                .append("groups", user.groups())
                .append("admin", user.systemAdmin())
                .append("guest", user.guest());
    }

    static User user(Document document) {
        @Nullable String language = document.getString("language");
        return new User(
                document.getString(ID),
                document.getString(NAME),
                document.getString(KANA),
                document.getString("email"),
                language == null ? null : Locale.forLanguageTag(language),
                ZoneId.of(document.getString("zone")),
                document.getBoolean("active"),
                document.getList("organizations", String.class),
                document.getList("groups", String.class),
                document.getBoolean("admin"),
                document.getBoolean("guest", false));
    }

    static Document write(Organization organization) {
        return new Document(ID, organization.code())
                .append(NAME, text(organization.name()))
                .append(KANA, organization.kana())
                .append("parent", organization.parent());
    }

    static Organization organization(Document document) {
        return new Organization(
                document.getString(ID),
                text(document.get(NAME, Document.class)),
                document.getString(KANA),
                document.getString("parent"));
    }

    static Document write(Group group) {
        return new Document(ID, group.code()).append(NAME, text(group.name()));
    }

    static Group group(Document document) {
        return new Group(document.getString(ID), text(document.get(NAME, Document.class)));
    }

    static Document write(TokenEntry token) {
        return new Document(ID, token.hash())
                .append("app", token.app())
                .append(
                        "rights",
                        token.rights().stream().map(Enum::name).sorted().toList())
                .append("note", token.note());
    }

    static TokenEntry token(Document document) {
        List<String> rights = document.getList("rights", String.class);
        return new TokenEntry(
                document.getString(ID),
                document.getLong("app"),
                rights.stream().map(TokenRight::valueOf).collect(Collectors.toSet()),
                document.getString("note"));
    }

    private static Document text(LocalText text) {
        Document translations = new Document();
        new TreeMap<>(text.translations()).forEach(translations::append);
        return new Document("base", text.base()).append("in", translations);
    }

    private static LocalText text(Document document) {
        Map<String, String> translations = new TreeMap<>();
        document.get("in", Document.class).forEach((language, text) -> translations.put(language, (String) text));
        return new LocalText(document.getString("base"), translations);
    }
}
