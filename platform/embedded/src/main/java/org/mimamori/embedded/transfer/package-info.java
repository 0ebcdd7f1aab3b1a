/** Moves all collections out and in as JSON lines. */
@NullMarked
package org.mimamori.embedded.transfer;

import org.jspecify.annotations.NullMarked;
