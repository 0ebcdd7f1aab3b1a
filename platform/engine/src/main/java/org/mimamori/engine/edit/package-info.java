/**
 * Edits of a definition as the calls and screens of settings make them: what is said once is carried to every place
 * that depends on it. Works on the definition's JSON alone and knows neither rights nor stores.
 */
@ApplicationModule(allowedDependencies = {"problem", "text", "directory", "field", "query", "formula", "app"})
@NullMarked
package org.mimamori.engine.edit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
