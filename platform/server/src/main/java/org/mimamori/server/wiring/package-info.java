/** Puts the parts together: store, engine, API, screens. */
@NullMarked
package org.mimamori.server.wiring;

import org.jspecify.annotations.NullMarked;
