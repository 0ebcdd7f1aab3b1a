package org.mimamori.engine.space;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.record.AppPlaces.AppPlace;

/** All spaces and places as they stood at one version of the store. */
record SpaceCopy(long version, Map<Long, Space> spaces, Map<AppId, AppPlace> places) {

    static SpaceCopy read(SpaceStore store, long version) {
        return new SpaceCopy(
                version,
                store.spaces().stream().collect(Collectors.toUnmodifiableMap(Space::id, Function.identity())),
                store.places());
    }
}
