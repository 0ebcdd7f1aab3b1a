/** The one door to the records. */
@ApplicationModule(
        allowedDependencies = {
            "problem",
            "text",
            "directory",
            "field",
            "query",
            "formula",
            "permission",
            "process",
            "app",
            "change",
            "file"
        })
@NullMarked
package org.mimamori.engine.record;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
