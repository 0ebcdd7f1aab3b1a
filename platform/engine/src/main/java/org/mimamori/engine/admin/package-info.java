/** Administering the site: people, organisations, groups. Every change is an entry of the change log. */
@ApplicationModule(allowedDependencies = {"problem", "text", "directory", "app", "change"})
@NullMarked
package org.mimamori.engine.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
