/** The commands of the wire protocol. */
@NullMarked
package org.mimamori.embedded.command;

import org.jspecify.annotations.NullMarked;
