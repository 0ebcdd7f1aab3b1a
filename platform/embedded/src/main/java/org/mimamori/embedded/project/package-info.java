/** Projections of find. */
@NullMarked
package org.mimamori.embedded.project;

import org.jspecify.annotations.NullMarked;
