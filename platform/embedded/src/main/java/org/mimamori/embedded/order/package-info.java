/** The one order of values: sort keys, index keys and comparisons all come from here. */
@NullMarked
package org.mimamori.embedded.order;

import org.jspecify.annotations.NullMarked;
