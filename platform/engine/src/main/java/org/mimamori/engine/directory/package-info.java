/** Users, organisations and groups, and the actor of every call. */
@ApplicationModule(allowedDependencies = {"problem", "text"})
@NullMarked
package org.mimamori.engine.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
