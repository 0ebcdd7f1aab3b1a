/** The list of what the store does, and what it refuses, checked here and on a real MongoDB where there is one. */
@NullMarked
package org.mimamori.embedded.feature;

import org.jspecify.annotations.NullMarked;
