/** App, record and field rights, and what they come to for one actor in one app. */
@ApplicationModule(allowedDependencies = {"problem", "text", "directory", "field", "query"})
@NullMarked
package org.mimamori.engine.permission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
