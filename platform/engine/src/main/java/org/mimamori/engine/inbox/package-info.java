/** What a person was told: listens to the change log. */
@ApplicationModule(
        allowedDependencies = {"problem", "text", "directory", "field", "app", "change", "record", "comment"})
@NullMarked
package org.mimamori.engine.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
