/** Aggregation expressions. */
@NullMarked
package org.mimamori.embedded.expression;

import org.jspecify.annotations.NullMarked;
