/** The MongoDB adapter: the only package that knows the driver. */
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
            "file",
            "record",
            "comment",
            "space",
            "oauth",
            "inbox",
            "imports",
            "notify",
            "webhook",
            "job",
            "plugin",
            "report"
        })
@NullMarked
package org.mimamori.engine.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
