/** Tests of the store from within. */
@NullMarked
package org.mimamori.embedded.store;

import org.jspecify.annotations.NullMarked;
