/** Moves an installation to another database and back. */
@NullMarked
package org.mimamori.server.transfer;

import org.jspecify.annotations.NullMarked;
