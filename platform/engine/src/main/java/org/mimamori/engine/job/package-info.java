/**
 * Work over many records of an app that goes on in the background: with progress, to be cancelled, resumed at a start.
 */
@ApplicationModule(
        allowedDependencies = {"problem", "directory", "field", "formula", "permission", "app", "change", "record"})
@NullMarked
package org.mimamori.engine.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
