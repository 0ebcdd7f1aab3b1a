package org.mimamori.api.people;

import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mimamori.api.wire.Json;
import org.mimamori.engine.admin.Entry;
import org.mimamori.engine.directory.Group;
import org.mimamori.engine.directory.Organization;
import org.mimamori.engine.directory.Profile;
import org.mimamori.engine.directory.User;
import org.mimamori.engine.text.LocalText;
import tools.jackson.databind.node.ObjectNode;

/** Writes people, organisations and groups as the User API has them. */
final class PeopleJson {

    private PeopleJson() {}

    /** @param organizations numbers of organisations by code, for the primary one */
    static ObjectNode user(Entry<User> entry, Map<String, Long> organizations) {
        User user = entry.entity();
        Profile profile = entry.profile();
        ObjectNode json = Json.object()
                .put("id", Long.toString(profile.number()))
                .put("code", user.code())
                .put(
                        "ctime",
                        profile.createdAt().truncatedTo(ChronoUnit.SECONDS).toString())
                .put(
                        "mtime",
                        profile.modifiedAt().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("valid", user.active())
                .put("name", user.name());
        for (UserDetail detail : UserDetail.values()) {
            json.put(detail.property(), profile.detail(detail.property()));
        }
        json.put("localNameLocale", profile.details().getOrDefault("localNameLocale", "en"))
                .put("timezone", user.zone().getId())
                .put(
                        "locale",
                        user.language() == null ? "auto" : user.language().toLanguageTag())
                .put("email", user.email())
                .put("birthDate", orNull(profile, "birthDate"))
                .put("joinDate", orNull(profile, "joinDate"));
        Long primary = user.primaryOrganization() == null ? null : organizations.get(user.primaryOrganization());
        json.put("primaryOrganization", primary == null ? null : primary.toString())
                .put("sortOrder", orNull(profile, "sortOrder"));
        json.putArray("customItemValues");
        return json;
    }

    private static @Nullable String orNull(Profile profile, String name) {
        return profile.details().get(name);
    }

    static ObjectNode organization(Entry<Organization> entry) {
        Organization organization = entry.entity();
        ObjectNode json = unit(organization.code(), organization.name(), entry.profile());
        return json.put("parentCode", organization.parent());
    }

    static ObjectNode group(Entry<Group> entry) {
        Group group = entry.entity();
        ObjectNode json = unit(group.code(), group.name(), entry.profile());
        json.remove("localName");
        json.remove("localNameLocale");
        return json.put("type", "static");
    }

    private static ObjectNode unit(String code, LocalText name, Profile profile) {
        Map.Entry<String, String> local = name.translations().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .findFirst()
                .orElse(Map.entry("en", ""));
        return Json.object()
                .put("id", Long.toString(profile.number()))
                .put("code", code)
                .put("name", name.base())
                .put("localName", local.getValue())
                .put("localNameLocale", local.getKey())
                .put("description", profile.detail("description"));
    }
}
