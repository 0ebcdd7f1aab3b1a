/** The one door to the settings of apps: as they are being edited, on their way to be live, and as they were. */
@ApplicationModule(
        allowedDependencies = {
            "problem",
            "text",
            "directory",
            "field",
            "permission",
            "app",
            "edit",
            "change",
            "file",
            "record"
        })
@NullMarked
package org.mimamori.engine.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
