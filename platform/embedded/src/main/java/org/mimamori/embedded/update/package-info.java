/** Update operators, applied to one document. */
@NullMarked
package org.mimamori.embedded.update;

import org.jspecify.annotations.NullMarked;
