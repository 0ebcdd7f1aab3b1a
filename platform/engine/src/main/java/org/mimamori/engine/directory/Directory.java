package org.mimamori.engine.directory;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mimamori.engine.text.Folding;
import org.mimamori.engine.text.LocalText;

/**
 * The people of the installation and how they are organised.
 *
 * <p>Keeps a copy of the whole directory, a few thousand small entries, because every list page shows names; the copy
 * is renewed when the store's version has moved, so that a change by another process is seen with the next call.
 */
public final class Directory {

    private final DirectoryStore store;
    private volatile DirectoryCopy copy;

    public Directory(DirectoryStore store) {
        this.store = store;
        this.copy = DirectoryCopy.empty();
    }

    public Optional<User> findUser(String code) {
        return Optional.ofNullable(current().users().get(code));
    }

    public Optional<Organization> findOrganization(String code) {
        return Optional.ofNullable(current().organizations().get(code));
    }

    public Optional<Group> findGroup(String code) {
        return Optional.ofNullable(current().groups().get(code));
    }

    public boolean exists(EntityRef ref) {
        return switch (ref.type()) {
            case USER -> findUser(ref.code()).isPresent();
            case ORGANIZATION -> findOrganization(ref.code()).isPresent();
            case GROUP ->
                Group.EVERYONE.equals(ref.code()) || findGroup(ref.code()).isPresent();
        };
    }

    /** The name to show; the code itself for somebody no longer in the directory. */
    public String name(EntityRef ref, Locale locale) {
        return switch (ref.type()) {
            case USER -> findUser(ref.code()).map(User::name).orElse(ref.code());
            case ORGANIZATION ->
                findOrganization(ref.code()).map(o -> o.name().in(locale)).orElse(ref.code());
            case GROUP -> findGroup(ref.code()).map(g -> g.name().in(locale)).orElse(ref.code());
        };
    }

    /** The actor a signed-in user is. */
    public Actor.Person person(User user, Locale browser) {
        Locale locale = user.language() == null ? browser : user.language();
        return new Actor.Person(user, withAncestors(user.organizations()), locale);
    }

    /** The organisations named and all above them. */
    public Set<String> withAncestors(List<String> organizations) {
        Set<String> all = new HashSet<>();
        for (String start : organizations) {
            String code = start;
            while (code != null && all.add(code)) {
                code = findOrganization(code).map(Organization::parent).orElse(null);
            }
        }
        return all;
    }

    /** Active people directly in an organisation or group; the person itself for a user. */
    public List<User> members(EntityRef ref) {
        return current().users().values().stream()
                .filter(User::active)
                .filter(user -> switch (ref.type()) {
                    case USER -> user.code().equals(ref.code());
                    case ORGANIZATION -> user.organizations().contains(ref.code());
                    case GROUP ->
                        Group.EVERYONE.equals(ref.code()) || user.groups().contains(ref.code());
                })
                .toList();
    }

    /** {@link #members(EntityRef)}; of an organisation with those below it, if they count too. */
    public List<User> members(EntityRef ref, boolean includeSubs) {
        if (!includeSubs || ref.type() != EntityType.ORGANIZATION) {
            return members(ref);
        }
        return current().users().values().stream()
                .filter(User::active)
                .filter(user -> withAncestors(user.organizations()).contains(ref.code()))
                .toList();
    }

    /**
     * Entries whose name, reading or code contains the text, ordered by reading. Width, case and kana do not matter.
     * Guests are nobody one would look for in the house.
     */
    public List<EntityRef> search(EntityType type, String text, int limit) {
        String needle = Folding.fold(text);
        return switch (type) {
            case USER ->
                current().users().values().stream()
                        .filter(user -> user.active() && !user.guest())
                        .filter(user -> contains(needle, user.name(), user.kana(), user.code()))
                        .sorted(Comparator.comparing((User user) -> Folding.sortKey(user.kana()))
                                .thenComparing(User::code))
                        .limit(limit)
                        .map(User::ref)
                        .toList();
            case ORGANIZATION ->
                current().organizations().values().stream()
                        .filter(o -> contains(needle, names(o.name()), o.kana(), o.code()))
                        .sorted(Comparator.comparing((Organization o) -> Folding.sortKey(o.kana()))
                                .thenComparing(Organization::code))
                        .limit(limit)
                        .map(Organization::ref)
                        .toList();
            case GROUP ->
                current().groups().values().stream()
                        .filter(g -> contains(needle, names(g.name()), g.code()))
                        .sorted(Comparator.comparing(Group::code))
                        .limit(limit)
                        .map(Group::ref)
                        .toList();
        };
    }

    public List<User> users() {
        return List.copyOf(current().users().values());
    }

    private static String names(LocalText text) {
        return text.base() + " " + String.join(" ", text.translations().values());
    }

    private static boolean contains(String needle, String... texts) {
        return Stream.of(texts).map(Folding::fold).anyMatch(text -> text.contains(needle));
    }

    private DirectoryCopy current() {
        DirectoryCopy held = copy;
        long version = store.version();
        if (held.version() == version) {
            return held;
        }
        DirectoryCopy fresh = DirectoryCopy.read(store, version);
        copy = fresh;
        return fresh;
    }
}
