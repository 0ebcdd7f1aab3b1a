/** Tests of the embedded store, through a driver as its users reach it. */
@NullMarked
package org.mimamori.embedded;

import org.jspecify.annotations.NullMarked;
