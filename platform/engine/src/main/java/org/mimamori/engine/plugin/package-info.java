/** Plug-ins: signed packages of scripts that apps name. Kept and told of, never run. */
@ApplicationModule(
        allowedDependencies = {
            "problem",
            "text",
            "directory",
            "field",
            "permission",
            "app",
            "change",
            "file",
            "record",
            "settings"
        })
@NullMarked
package org.mimamori.engine.plugin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
