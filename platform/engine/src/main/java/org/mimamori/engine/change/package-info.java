/** The change log: history, audit and outbox in one. */
@ApplicationModule(allowedDependencies = {"problem", "text", "directory", "field", "app"})
@NullMarked
package org.mimamori.engine.change;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
