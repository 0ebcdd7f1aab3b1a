/** Spaces, threads and guests, as kintone's calls. */
@NullMarked
package org.mimamori.api.space;

import org.jspecify.annotations.NullMarked;
