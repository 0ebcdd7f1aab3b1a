/** Spaces: rooms for people and their apps, with threads; guest spaces for people from outside. */
@ApplicationModule(
        allowedDependencies = {"problem", "text", "directory", "field", "permission", "app", "change", "file", "record"
        })
@NullMarked
package org.mimamori.engine.space;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
