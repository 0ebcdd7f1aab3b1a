/** Who may come in, and what the browser is told to forbid. */
@NullMarked
package org.mimamori.server.security;

import org.jspecify.annotations.NullMarked;
