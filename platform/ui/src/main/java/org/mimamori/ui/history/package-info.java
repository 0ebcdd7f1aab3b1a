/** What became of a record, and who did it. */
@NullMarked
package org.mimamori.ui.history;

import org.jspecify.annotations.NullMarked;
