/** Who calls: passwords, API tokens and sessions become an {@link org.mimamori.engine.directory.Actor}. */
@NullMarked
package org.mimamori.api.auth;

import org.jspecify.annotations.NullMarked;
