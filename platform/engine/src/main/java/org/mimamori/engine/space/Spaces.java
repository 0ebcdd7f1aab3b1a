package org.mimamori.engine.space;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.change.Change;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Administrators;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.record.AppPlaces.AppPlace;
import org.mimamori.engine.text.SafeHtml;

/**
 * The spaces. A space the actor may not enter does not exist. Who administers the site may open and change every space,
 * which shows none of its apps.
 */
public final class Spaces {

    /** kintone's limit on announcements, in characters. */
    public static final int LONGEST_BODY = 65_535;

    public static final int LONGEST_NAME = 128;

    /** How long a deleted space can be brought back; kintone's. */
    static final Duration KEPT = Duration.ofDays(14);

    private final SpaceGround ground;
    private final SpaceStore store;
    private final SpacePeople people;
    private final SpaceTemplates templates;

    public Spaces(SpaceGround ground, SpacePeople people, SpaceTemplates templates) {
        this.ground = ground;
        this.store = ground.store();
        this.people = people;
        this.templates = templates;
    }

    public SpaceView get(Actor actor, long id) {
        Space space = ground.open(actor, id).space();
        String body = space.traits().multiThread() ? store.body(id) : null;
        return new SpaceView(space, body, people.count(space), apps(actor, id));
    }

    private List<AppDefinition> apps(Actor actor, long id) {
        return ground.apps().all(actor).stream()
                .filter(app -> ground.doors().of(app.id()).map(AppPlace::space).equals(Optional.of(id)))
                .toList();
    }

    /** Makes a space; for administrators. */
    public long create(Actor actor, NewSpace wanted) {
        Administrators.require(actor);
        requireName("name", wanted.name());
        people.require(wanted.members());
        SpaceTemplate template = templates.get(wanted.template());
        return ground.transactions().run(() -> {
            long id = store.nextId();
            long first = store.nextThread();
            Space space = new Space(
                    id,
                    wanted.name(),
                    new Space.Traits(
                            wanted.isPrivate() || wanted.isGuest(),
                            wanted.isGuest(),
                            wanted.fixedMember(),
                            template.multiThread(),
                            template.onlyAdminsCreateApps()),
                    first,
                    template.shown(),
                    wanted.members(),
                    List.of(),
                    ground.fresh(actor),
                    null);
            store.save(space);
            store.saveBody(id, template.body());
            store.saveThread(new SpaceThread(first, id, wanted.name(), "", ground.fresh(actor)));
            template.threads()
                    .forEach(thread -> store.saveThread(new SpaceThread(
                            store.nextThread(), id, thread.name(), thread.body(), ground.fresh(actor))));
            log(actor, id, Change.Deed.CREATED, SpaceGround.differences(null, space));
            return id;
        });
    }

    public void update(Actor actor, long id, SpaceChange change) {
        ground.transactions().run(() -> {
            SpaceGround.Opened opened = ground.open(actor, id).requireAdmin();
            Space before = opened.space();
            Space.Traits traits = traits(before.traits(), change);
            if (change.asksForParts() && !traits.multiThread()) {
                throw Problem.BadParameter.of("showAnnouncement", "multiThreadOnly")
                        .asException();
            }
            String name = change.name() == null ? before.name() : change.name();
            requireName("name", name);
            Space after =
                    before.with(name, traits, change.shown(before.shown()), ground.changed(actor, before.stamp()));
            store.save(after);
            log(actor, id, Change.Deed.UPDATED, SpaceGround.differences(before, after));
            return id;
        });
    }

    private static Space.Traits traits(Space.Traits before, SpaceChange change) {
        if (before.multiThread() && Boolean.FALSE.equals(change.multiThread())) {
            throw Problem.BadParameter.of("useMultiThread", "oneWay").asException();
        }
        if (before.guest() && Boolean.FALSE.equals(change.isPrivate())) {
            throw Problem.BadParameter.of("isPrivate", "guestsArePrivate").asException();
        }
        return new Space.Traits(
                SpaceChange.or(change.isPrivate(), before.isPrivate()),
                before.guest(),
                SpaceChange.or(change.fixedMember(), before.fixedMember()),
                SpaceChange.or(change.multiThread(), before.multiThread()),
                SpaceChange.or(change.onlyAdminsCreateApps(), before.onlyAdminsCreateApps()));
    }

    /** Deletes a space: from now on nobody sees it or its apps. For two weeks it can be brought back. */
    public void delete(Actor actor, long id) {
        ground.transactions().run(() -> {
            Space before = ground.open(actor, id).requireAdmin().space();
            Space after = before.deleted(ground.clock().instant(), ground.changed(actor, before.stamp()));
            store.save(after);
            log(actor, id, Change.Deed.DELETED, SpaceGround.differences(before, after));
            return id;
        });
    }

    /** Brings a deleted space back with its apps; for administrators. */
    public void restore(Actor actor, long id) {
        Administrators.require(actor);
        ground.transactions().run(() -> {
            Instant oldest = ground.clock().instant().minus(KEPT);
            Space before = store.find(id)
                    .filter(space ->
                            space.deletedAt() != null && space.deletedAt().isAfter(oldest))
                    .orElseThrow(() -> SpaceGround.notFound(id));
            Space after = before.deleted(null, ground.changed(actor, before.stamp()));
            store.save(after);
            log(actor, id, Change.Deed.UPDATED, SpaceGround.differences(before, after));
            return id;
        });
    }

    /** Sets the announcement of a multi-threaded space; only what is harmless of the HTML is kept. */
    public void setBody(Actor actor, long id, String html) {
        ground.transactions().run(() -> {
            SpaceGround.Opened opened = ground.open(actor, id).requireAdmin();
            opened.requireMultiThread("body");
            requireBody(html);
            Space space = opened.space();
            store.saveBody(id, SafeHtml.of(html));
            store.save(space.with(space.name(), space.traits(), space.shown(), ground.changed(actor, space.stamp())));
            log(actor, id, Change.Deed.UPDATED, List.of(new Change.Detail("body", null, "set")));
            return id;
        });
    }

    /** All spaces by number, for administrators. */
    public List<Summary> statistics(Actor actor, int offset, int limit) {
        Administrators.require(actor);
        return store.spaces().stream()
                .filter(space -> !space.isDeleted())
                .skip(offset)
                .limit(limit)
                .map(space -> new Summary(space, people.countAdmins(space), people.count(space)))
                .toList();
    }

    /** A space in numbers. */
    public record Summary(Space space, int administrators, int members) {}

    /** Name of the space an app is in, for those who administer the site. */
    public Optional<Space> find(long id) {
        return ground.doors().space(id);
    }

    static void requireName(String parameter, String name) {
        if (name.isBlank()) {
            throw Problem.BadParameter.of(parameter, "required").asException();
        }
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw Problem.BadParameter.of(parameter, "tooLong", LONGEST_NAME).asException();
        }
    }

    static void requireBody(String html) {
        if (html.length() > LONGEST_BODY) {
            throw Problem.BadParameter.of("body", "tooLong", LONGEST_BODY).asException();
        }
    }

    private void log(Actor actor, long id, Change.Deed deed, List<Change.Detail> details) {
        ground.log(actor, Change.Subject.SPACE, id, deed, details);
    }
}
