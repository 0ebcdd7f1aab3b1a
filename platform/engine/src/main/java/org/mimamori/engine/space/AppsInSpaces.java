package org.mimamori.engine.space;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.change.Change;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.permission.Right;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.record.AppPlaces.AppPlace;

/** Which app is in which space. An app is in one space at most and never crosses the border of a guest space. */
public final class AppsInSpaces {

    private final SpaceGround ground;
    private final SpaceStore store;

    public AppsInSpaces(SpaceGround ground) {
        this.ground = ground;
        this.store = ground.store();
    }

    /**
     * Refuses an actor who may not make apps in the space, so that no app is made that then finds no place.
     *
     * @param thread a thread of the space, or null for its first
     * @return where the app will be
     */
    public AppPlace require(Actor actor, long space, @Nullable Long thread) {
        Space opened = ground.open(actor, space).requireAppMaker().space();
        return place(opened, thread);
    }

    /** Puts an app the actor has just made into a space. */
    public void attach(Actor actor, AppId app, long space, @Nullable Long thread) {
        ground.transactions().run(() -> {
            put(actor, app, require(actor, space, thread));
            return app;
        });
    }

    private AppPlace place(Space space, @Nullable Long thread) {
        if (thread == null) {
            return new AppPlace(space.id(), space.defaultThread());
        }
        Optional<SpaceThread> found = store.thread(thread);
        if (found.isEmpty() || found.get().space() != space.id()) {
            throw Problem.BadParameter.of("thread", "inOtherSpace").asException();
        }
        return new AppPlace(space.id(), thread);
    }

    /**
     * Moves an app to another space, or out of all: for who manages the app, administers the space it is in and may
     * make apps in the other.
     */
    public void move(Actor actor, AppId id, @Nullable Long space) {
        AppDefinition app = ground.apps().get(actor, id);
        ground.apps().access(actor, app).require(Right.MANAGE);
        ground.transactions().run(() -> {
            Optional<AppPlace> from = Optional.ofNullable(store.places().get(id));
            from.ifPresent(place -> requireMayLeave(actor, place));
            if (space == null) {
                put(actor, id, null);
            } else {
                AppPlace to = require(actor, space, null);
                if (guest(to)) {
                    throw border();
                }
                put(actor, id, to);
            }
            return id;
        });
    }

    private void requireMayLeave(Actor actor, AppPlace place) {
        ground.open(actor, place.space()).requireAdmin();
        if (guest(place)) {
            throw border();
        }
    }

    private boolean guest(AppPlace place) {
        return store.find(place.space()).filter(space -> space.traits().guest()).isPresent();
    }

    private static RuntimeException border() {
        return Problem.BadParameter.of("space", "guestBorder").asException();
    }

    private void put(Actor actor, AppId app, @Nullable AppPlace place) {
        AppPlace before = store.places().get(app);
        store.place(app, place);
        ground.log(
                actor,
                app,
                Change.Subject.SPACE,
                place == null ? 0 : place.space(),
                Change.Deed.UPDATED,
                List.of(new Change.Detail("app " + app, shown(before), shown(place))));
    }

    private static @Nullable String shown(@Nullable AppPlace place) {
        return place == null ? null : place.space() + "/" + place.thread();
    }
}
