/** Query filters, parsed once into a tree and tested against documents. */
@NullMarked
package org.mimamori.embedded.filter;

import org.jspecify.annotations.NullMarked;
