/** Reading records from files. */
@NullMarked
package org.mimamori.api.imports;

import org.jspecify.annotations.NullMarked;
