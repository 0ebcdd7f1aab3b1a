/** Messages and connections. */
@NullMarked
package org.mimamori.embedded.wire;

import org.jspecify.annotations.NullMarked;
