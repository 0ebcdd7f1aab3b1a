/** From query text to a typed filter, and the filter's test in memory. */
@ApplicationModule(allowedDependencies = {"problem", "text", "directory", "field"})
@NullMarked
package org.mimamori.engine.query;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
