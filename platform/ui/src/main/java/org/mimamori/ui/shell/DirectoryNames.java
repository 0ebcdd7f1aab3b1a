package org.mimamori.ui.shell;

import java.util.List;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.EntityType;
import org.mimamori.engine.directory.User;
import org.springframework.stereotype.Component;

/** How people, organisations and groups are named on the screens. */
@Component
public final class DirectoryNames {

    private final Directory directory;
    private final Words words;

    DirectoryNames(Directory directory, Words words) {
        this.directory = directory;
        this.words = words;
    }

    /** The name alone. */
    public String of(EntityRef ref) {
        if (ref.type() == EntityType.GROUP && directory.findGroup(ref.code()).isEmpty()) {
            return words.has("group." + ref.code()) ? words.of("group." + ref.code()) : ref.code();
        }
        return directory.name(ref, words.locale());
    }

    /** The name in every language: in which of them somebody else has written it is not known. */
    public List<String> everywhere(EntityRef ref) {
        return Words.LOCALES.stream()
                .map(locale -> directory.name(ref, locale))
                .distinct()
                .toList();
    }

    /** The name with where a person works: two of the same name are told apart. */
    public String withPlace(EntityRef ref) {
        String place = place(ref);
        return place.isEmpty() ? of(ref) : words.of("name.withPlace", of(ref), place);
    }

    /** The name of the organisation a person belongs to first; empty for all else. */
    public String place(EntityRef ref) {
        if (ref.type() != EntityType.USER) {
            return "";
        }
        return directory
                .findUser(ref.code())
                .map(User::primaryOrganization)
                .flatMap(directory::findOrganization)
                .map(organization -> organization.name().in(words.locale()))
                .orElse("");
    }
}
