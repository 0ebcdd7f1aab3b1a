/** Reads records from files that people send: seen first, checked as a whole, then written as a job. */
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
            "job"
        })
@NullMarked
package org.mimamori.engine.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
