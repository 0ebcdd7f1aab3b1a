package org.mimamori.engine.space;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.app.Stamp;
import org.mimamori.engine.change.Change;
import org.mimamori.engine.change.ChangeStore;
import org.mimamori.engine.change.Transactions;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Administrators;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.directory.Reach;
import org.mimamori.engine.file.FileStore;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.record.Apps;

/** What the services of spaces stand on, and how each opens a space for an actor. */
public record SpaceGround(
        SpaceStore store,
        Doors doors,
        Apps apps,
        Directory directory,
        ChangeStore changes,
        Transactions transactions,
        FileStore files,
        Clock clock) {

    /** A space as one actor has it open. */
    record Opened(Space space, Actor actor, Belonging belonging) {

        /** Lets those who administer the space pass, and those who administer the site. */
        Opened requireAdmin() {
            if (!belonging.isAdmin() && !Administrators.is(actor)) {
                throw new Problem.Forbidden("SPACE").asException();
            }
            return this;
        }

        /** Lets those pass who take part: members, and everybody in a public space. */
        Opened requireParticipant() {
            if (!belonging.isMember() && space.traits().isPrivate()) {
                throw new Problem.Forbidden("SPACE").asException();
            }
            return this;
        }

        /** Lets those pass who may make apps here. */
        Opened requireAppMaker() {
            boolean guest =
                    actor instanceof Actor.Person person && person.user().guest();
            boolean allowed = space.traits().onlyAdminsCreateApps() ? belonging.isAdmin() : belonging.isMember();
            if (guest || !allowed) {
                throw new Problem.Forbidden("SPACE").asException();
            }
            return this;
        }

        void requireMultiThread(String parameter) {
            if (!space.traits().multiThread()) {
                throw Problem.BadParameter.of(parameter, "multiThreadOnly").asException();
            }
        }
    }

    /** The space, fresh from the store; one the actor may not know of does not exist. */
    Opened open(Actor actor, long id) {
        Administrators.requireNoProgram(actor);
        Space space = store.find(id).filter(one -> !one.isDeleted()).orElseThrow(() -> notFound(id));
        Belonging belonging = Belonging.of(actor, space);
        boolean guest = actor instanceof Actor.Person person && person.user().guest();
        boolean open = guest
                ? belonging.isMember()
                : !space.traits().isPrivate() || belonging.isMember() || Administrators.is(actor);
        if (!open) {
            throw notFound(id);
        }
        requireReached(actor.reach(), space);
        return new Opened(space, actor, belonging);
    }

    private static void requireReached(Reach reach, Space space) {
        switch (reach) {
            case Reach.Everywhere everywhere -> {}
            case Reach.OutsideGuestSpaces outside -> {
                if (space.traits().guest()) {
                    throw new Problem.InGuestSpace().asException();
                }
            }
            case Reach.GuestSpace(long id) -> {
                if (space.id() != id) {
                    throw notFound(space.id());
                }
            }
        }
    }

    static RuntimeException notFound(long space) {
        return new Problem.SpaceNotFound(Long.toString(space)).asException();
    }

    Stamp fresh(Actor actor) {
        Instant now = clock.instant();
        return new Stamp(actor.ref(), now, actor.ref(), now);
    }

    Stamp changed(Actor actor, Stamp stamp) {
        return new Stamp(stamp.creator(), stamp.createdAt(), actor.ref(), clock.instant());
    }

    void log(Actor actor, Change.Subject subject, long number, Change.Deed deed, List<Change.Detail> details) {
        log(actor, Change.NO_APP, subject, number, deed, details);
    }

    void log(
            Actor actor,
            AppId app,
            Change.Subject subject,
            long number,
            Change.Deed deed,
            List<Change.Detail> details) {
        var what = new Change.What.Administered(subject, Long.toString(number), deed, details);
        changes.append(List.of(Change.administered(clock.instant(), actor, app, what)));
    }

    /** What of a space differs, or all of it when it is new or goes. */
    static List<Change.Detail> differences(@Nullable Space before, @Nullable Space after) {
        Map<String, String> old = before == null ? Map.of() : state(before);
        Map<String, String> now = after == null ? Map.of() : state(after);
        TreeMap<String, String> all = new TreeMap<>(old);
        all.putAll(now);
        return all.keySet().stream()
                .filter(name -> !Objects.equals(old.get(name), now.get(name)))
                .map(name -> new Change.Detail(name, old.get(name), now.get(name)))
                .toList();
    }

    private static Map<String, String> state(Space space) {
        return Map.of(
                "name", space.name(),
                "traits", space.traits().toString(),
                "shown", space.shown().toString(),
                "members", space.members().stream().map(Member::toString).collect(Collectors.joining(", ")),
                "guests", String.join(", ", space.guests()),
                "deleted", Boolean.toString(space.isDeleted()));
    }
}
