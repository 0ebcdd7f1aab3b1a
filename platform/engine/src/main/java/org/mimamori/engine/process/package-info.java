/** Process management: the statuses of an app's records, the actions between them, and who may act. */
@ApplicationModule(allowedDependencies = {"text", "directory", "field"})
@NullMarked
package org.mimamori.engine.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
