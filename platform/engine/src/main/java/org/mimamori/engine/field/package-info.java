/** Fields and the values they hold: types open, shapes closed. */
@ApplicationModule(allowedDependencies = {"problem", "text", "directory"})
@NullMarked
package org.mimamori.engine.field;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
