/** Figures over records. */
@NullMarked
package org.mimamori.api.report;

import org.jspecify.annotations.NullMarked;
