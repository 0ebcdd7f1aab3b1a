package org.mimamori.engine.space;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppDefinition;

/**
 * A space as somebody sees it.
 *
 * @param body the announcement; null in a single-threaded space, which has none
 * @param memberCount how many people belong to it
 * @param apps the apps in it that the reader may see
 */
public record SpaceView(Space space, @Nullable String body, int memberCount, List<AppDefinition> apps) {}
