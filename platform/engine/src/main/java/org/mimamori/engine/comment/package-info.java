/** Threads under records, with mentions. */
@ApplicationModule(
        allowedDependencies = {"problem", "text", "directory", "field", "app", "permission", "change", "record"})
@NullMarked
package org.mimamori.engine.comment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
