package org.mimamori.engine.query;

import java.time.Clock;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Directory;

/** What the functions of a query depend on: who asks, in which zone, and when. */
public record QueryContext(Actor actor, Clock clock, Directory directory) {}
