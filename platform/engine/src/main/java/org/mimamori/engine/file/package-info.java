/** Attachments: upload, claim, download, sweep. */
@ApplicationModule(allowedDependencies = {"problem", "text", "directory", "field", "app"})
@NullMarked
package org.mimamori.engine.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
