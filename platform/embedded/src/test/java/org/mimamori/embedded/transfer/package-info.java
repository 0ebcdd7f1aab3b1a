/** Tests of moving collections out and in. */
@NullMarked
package org.mimamori.embedded.transfer;

import org.jspecify.annotations.NullMarked;
