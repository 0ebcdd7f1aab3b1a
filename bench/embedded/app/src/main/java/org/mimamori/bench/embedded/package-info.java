/** Measures the embedded store beside the programs that could stand in its place. */
@NullMarked
package org.mimamori.bench.embedded;

import org.jspecify.annotations.NullMarked;
