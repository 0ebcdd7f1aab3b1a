/** A MongoDB-wire server inside the process, on MVStore, with real indexes and transactions. */
@NullMarked
package org.mimamori.embedded;

import org.jspecify.annotations.NullMarked;
