package org.mimamori.engine.space;

import org.mimamori.engine.directory.EntityRef;

/**
 * A person, organisation or group that belongs to a space.
 *
 * @param admin whether these people administer the space
 * @param includeSubs whether the people of organisations below belong too; of an organisation only
 */
public record Member(EntityRef entity, boolean admin, boolean includeSubs) {}
