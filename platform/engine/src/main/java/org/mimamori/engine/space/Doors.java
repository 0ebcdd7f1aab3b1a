package org.mimamori.engine.space;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Administrators;
import org.mimamori.engine.directory.Reach;
import org.mimamori.engine.record.AppPlaces;

/**
 * Who may enter which space, and with it see the apps inside. Answers from a copy of all spaces that is renewed when
 * the store's version has moved.
 */
public final class Doors implements AppPlaces {

    private final SpaceStore store;
    private volatile @Nullable SpaceCopy copy;

    public Doors(SpaceStore store) {
        this.store = store;
    }

    @Override
    public Optional<AppPlace> of(AppId app) {
        return Optional.ofNullable(current().places().get(app));
    }

    @Override
    public Standing standing(Actor actor, AppId app) {
        SpaceCopy spaces = current();
        AppPlace place = spaces.places().get(app);
        return switch (actor) {
            case Actor.Platform platform -> Standing.OPEN;
            // What a token opens is decided by its app alone; of others the program learns nothing here.
            case Actor.Program program when !program.rights().containsKey(app.value()) -> Standing.OPEN;
            case Actor.Program program -> standing(program.reach(), place, spaces);
            case Actor.Person person -> standing(person, place, spaces);
        };
    }

    private static Standing standing(Reach reach, @Nullable AppPlace place, SpaceCopy spaces) {
        if (place == null) {
            return reach instanceof Reach.GuestSpace ? Standing.HIDDEN : Standing.OPEN;
        }
        Space space = spaces.spaces().get(place.space());
        return space == null || space.isDeleted() ? Standing.HIDDEN : standing(reach, space);
    }

    private static Standing standing(Actor.Person person, @Nullable AppPlace place, SpaceCopy spaces) {
        Space space = place == null ? null : spaces.spaces().get(place.space());
        boolean stranger =
                person.user().guest() && (space == null || !space.traits().guest());
        boolean shutOut = space != null
                && space.traits().isPrivate()
                && !Belonging.of(person, space).isMember();
        return stranger || shutOut ? Standing.HIDDEN : standing(person.reach(), place, spaces);
    }

    /** Of somebody who may enter the space. */
    private static Standing standing(Reach reach, Space space) {
        return switch (reach) {
            case Reach.Everywhere everywhere -> Standing.OPEN;
            case Reach.OutsideGuestSpaces outside -> space.traits().guest() ? Standing.BY_GUEST_PATH : Standing.OPEN;
            case Reach.GuestSpace(long id) ->
                space.traits().guest() && space.id() == id ? Standing.OPEN : Standing.HIDDEN;
        };
    }

    @Override
    public boolean mayEnter(Actor actor, long id) {
        Space space = space(id).orElse(null);
        return space != null
                && switch (actor) {
                    case Actor.Platform platform -> true;
                    case Actor.Program program -> false;
                    case Actor.Person person ->
                        standing(person, new AppPlace(id, space.defaultThread()), current()) == Standing.OPEN;
                };
    }

    /**
     * Whether the actor may come by the address of this guest space: its members and guests, who administers the site,
     * and programs whose token is for an app inside.
     */
    public boolean mayEnterGuestSpace(Actor actor, long id) {
        SpaceCopy spaces = current();
        Space space = spaces.spaces().get(id);
        if (space == null || space.isDeleted() || !space.traits().guest()) {
            return false;
        }
        return switch (actor) {
            case Actor.Platform platform -> true;
            case Actor.Person person ->
                Administrators.is(person) || Belonging.of(person, space).isMember();
            case Actor.Program program ->
                program.rights().keySet().stream()
                        .map(app -> spaces.places().get(new AppId(app)))
                        .anyMatch(place -> place != null && place.space() == id);
        };
    }

    /** The space of that number that is not deleted, as of a moment ago. */
    Optional<Space> space(long id) {
        return Optional.ofNullable(current().spaces().get(id)).filter(space -> !space.isDeleted());
    }

    SpaceCopy current() {
        SpaceCopy held = copy;
        long version = store.version();
        if (held != null && held.version() == version) {
            return held;
        }
        SpaceCopy fresh = SpaceCopy.read(store, version);
        copy = fresh;
        return fresh;
    }
}
