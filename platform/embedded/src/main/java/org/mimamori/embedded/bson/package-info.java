/** BSON bytes to values and back, reading no more of a document than is asked for. */
@NullMarked
package org.mimamori.embedded.bson;

import org.jspecify.annotations.NullMarked;
