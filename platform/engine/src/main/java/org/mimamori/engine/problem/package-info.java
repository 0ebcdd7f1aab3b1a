/** Every thing that can go wrong, as data: no words, no HTTP. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.mimamori.engine.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
