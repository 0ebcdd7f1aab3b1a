package org.mimamori.engine.permission;

import java.util.Set;

/**
 * One row of an app's rights. Rows are read from the top and the first that names the actor decides alone.
 *
 * @param rights what the row allows; what a right cannot do without is added
 */
public record AppRight(RightEntity entity, boolean includeSubs, Set<Right> rights) {

    public AppRight {
        rights = Set.copyOf(Right.withImplied(rights));
    }
}
