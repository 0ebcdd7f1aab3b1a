/** Random work on the store and on a plain scan, which must agree. */
@NullMarked
package org.mimamori.embedded.fuzz;

import org.jspecify.annotations.NullMarked;
