/** From formula text to a value; dependency order and cycles. */
@ApplicationModule(allowedDependencies = {"problem", "text", "field"})
@NullMarked
package org.mimamori.engine.formula;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
