package org.mimamori.engine.admin;

import org.mimamori.engine.directory.Profile;

/** A user, organisation or group with all that is known of it. */
public record Entry<T>(T entity, Profile profile) {}
