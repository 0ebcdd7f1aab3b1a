/** The store killed in the middle of its work. */
@NullMarked
package org.mimamori.embedded.crash;

import org.jspecify.annotations.NullMarked;
