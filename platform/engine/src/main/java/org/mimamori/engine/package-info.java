/** The domain. */
@NullMarked
package org.mimamori.engine;

import org.jspecify.annotations.NullMarked;
