/** Aggregation stages. */
@NullMarked
package org.mimamori.embedded.pipeline;

import org.jspecify.annotations.NullMarked;
