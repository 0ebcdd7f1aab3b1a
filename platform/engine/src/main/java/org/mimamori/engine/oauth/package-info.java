/** OAuth 2: programs that act for a person who has agreed, within scopes. */
@ApplicationModule(allowedDependencies = {"problem", "directory", "app", "change"})
@NullMarked
package org.mimamori.engine.oauth;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
