package org.mimamori.engine.record;

import java.util.Optional;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.Actor;

/** Port: which space each app is in, and who may enter there. Asked with every call, so answered from memory. */
public interface AppPlaces {

    /** No app is in a space, and everybody may enter everywhere. */
    AppPlaces NOWHERE = new AppPlaces() {
        @Override
        public Optional<AppPlace> of(AppId app) {
            return Optional.empty();
        }

        @Override
        public Standing standing(Actor actor, AppId app) {
            return Standing.OPEN;
        }

        @Override
        public boolean mayEnter(Actor actor, long space) {
            return false;
        }
    };

    /** Where the app is; empty when in no space. */
    Optional<AppPlace> of(AppId app);

    /** How the actor stands to the app by its place alone; the app's own rights come after. */
    Standing standing(Actor actor, AppId app);

    /** Whether the actor, by the way it came, may see what is said in the space. */
    boolean mayEnter(Actor actor, long space);

    /** The space and thread an app is in. */
    record AppPlace(long space, long thread) {}

    /** How somebody stands to an app by its place. */
    enum Standing {
        /** The place is no obstacle. */
        OPEN,
        /** The app does not exist for the actor. */
        HIDDEN,
        /** The actor may enter the app's guest space, but has come by another address. */
        BY_GUEST_PATH
    }
}
