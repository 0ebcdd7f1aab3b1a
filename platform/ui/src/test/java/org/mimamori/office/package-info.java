/** A small town's office for tests of the screens: the real engine over stores in memory. */
@NullMarked
package org.mimamori.office;

import org.jspecify.annotations.NullMarked;
