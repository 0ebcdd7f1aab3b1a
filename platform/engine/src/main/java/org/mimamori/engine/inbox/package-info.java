/** What a person was told, shown through the person's rights. */
@ApplicationModule(
        allowedDependencies = {
            "problem",
            "text",
            "directory",
            "field",
            "permission",
            "app",
            "record",
            "space",
            "comment"
        })
@NullMarked
package org.mimamori.engine.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
