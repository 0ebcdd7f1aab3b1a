/** Sends other programs what happens in an app: a queue filled from the change log, with retries, signature and log. */
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
            "record",
            "comment"
        })
@NullMarked
package org.mimamori.engine.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
