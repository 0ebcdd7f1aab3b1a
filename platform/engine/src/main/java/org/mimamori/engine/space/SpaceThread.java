package org.mimamori.engine.space;

import org.mimamori.engine.app.Stamp;

/**
 * A thread in a space: something to talk about, with a text above the comments.
 *
 * @param id number, counted over all spaces; never reused
 * @param body harmless HTML
 */
public record SpaceThread(long id, long space, String name, String body, Stamp stamp) {}
