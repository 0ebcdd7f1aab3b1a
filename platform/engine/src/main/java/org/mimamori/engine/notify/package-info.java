/** Works out whom to tell of what, and tells them: general, per-record and reminder notifications, mentions. */
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
            "space",
            "comment",
            "inbox"
        })
@NullMarked
package org.mimamori.engine.notify;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
