/** Reading records from files. */
@NullMarked
package org.mimamori.ui.imports;

import org.jspecify.annotations.NullMarked;
