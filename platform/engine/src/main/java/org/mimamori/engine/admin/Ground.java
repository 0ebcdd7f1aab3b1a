package org.mimamori.engine.admin;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.change.Change;
import org.mimamori.engine.change.ChangeStore;
import org.mimamori.engine.change.Transactions;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.DirectoryRegister;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.Profile;
import org.mimamori.engine.problem.Problem;

/** What administering users, organisations and groups has in common: choosing them, their profiles, the log. */
public record Ground(DirectoryRegister register, ChangeStore changes, Transactions transactions, Clock clock) {

    <T> List<Entry<T>> choose(Collection<T> all, Function<T, EntityRef> ref, Selection selection) {
        Map<EntityRef, Profile> profiles =
                register.profiles(all.stream().map(ref).toList(), clock.instant());
        return all.stream()
                .map(entity -> new Entry<>(entity, Objects.requireNonNull(profiles.get(ref.apply(entity)))))
                .filter(entry -> selection.takes(entry.profile()))
                .sorted(Comparator.comparingLong(entry -> entry.profile().number()))
                .skip(selection.offset())
                .limit(selection.size())
                .toList();
    }

    Profile profile(EntityRef ref) {
        return Objects.requireNonNull(
                register.profiles(List.of(ref), clock.instant()).get(ref));
    }

    /** The profile with other details; an empty text takes one away. */
    Profile changed(Profile profile, Map<String, String> details) {
        Map<String, String> merged = new HashMap<>(profile.details());
        merged.putAll(details);
        merged.values().removeIf(String::isEmpty);
        return new Profile(profile.entity(), profile.number(), profile.createdAt(), clock.instant(), merged);
    }

    void log(Actor actor, Change.Subject subject, String code, Change.Deed deed, List<Change.Detail> details) {
        Instant now = clock.instant();
        changes.append(List.of(Change.administered(
                now, actor, Change.NO_APP, new Change.What.Administered(subject, code, deed, details))));
    }

    /** What differs between two states of a thing, property by property. */
    static List<Change.Detail> differences(Map<String, String> before, Map<String, String> after) {
        List<Change.Detail> details = new ArrayList<>();
        after.forEach((name, text) -> {
            @Nullable String old = before.get(name);
            if (!text.equals(old)) {
                details.add(new Change.Detail(name, old, text));
            }
        });
        before.forEach((name, text) -> {
            if (!after.containsKey(name)) {
                details.add(new Change.Detail(name, text, null));
            }
        });
        details.sort(Comparator.comparing(Change.Detail::name));
        return details;
    }

    static RuntimeException refuse(String place, String key, Object... args) {
        return Problem.BadParameter.of(place, key, args).asException();
    }
}
