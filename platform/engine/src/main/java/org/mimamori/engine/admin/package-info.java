/** Administering the site: people, organisations, groups. Every change is an entry of the change log. */
@ApplicationModule(
        allowedDependencies = {
            "problem",
            "text",
            "directory",
            "field",
            "query",
            "permission",
            "app",
            "change",
            "file",
            "record",
            "space"
        })
@NullMarked
package org.mimamori.engine.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
