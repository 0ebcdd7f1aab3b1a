/** Figures over the records of an app: grouped, ordered, crossed, kept from time to time. */
@ApplicationModule(
        allowedDependencies = {
            "problem",
            "text",
            "directory",
            "field",
            "query",
            "permission",
            "app",
            "record",
            "formula"
        })
@NullMarked
package org.mimamori.engine.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
