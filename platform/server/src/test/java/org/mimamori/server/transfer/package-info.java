/** Tests of moving an installation. */
@NullMarked
package org.mimamori.server.transfer;

import org.jspecify.annotations.NullMarked;
