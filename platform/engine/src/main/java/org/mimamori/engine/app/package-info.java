/** What an app is: its definition, how it is read and checked, and the catalog of live apps. */
@ApplicationModule(
        allowedDependencies = {"problem", "text", "directory", "field", "query", "formula", "permission", "process"})
@NullMarked
package org.mimamori.engine.app;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
