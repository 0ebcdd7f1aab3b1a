/** Chooses how to read a collection, and reads it. */
@NullMarked
package org.mimamori.embedded.plan;

import org.jspecify.annotations.NullMarked;
