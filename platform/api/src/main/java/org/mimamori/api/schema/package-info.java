/** The list of kintone's calls that are served, and what each takes. */
@NullMarked
package org.mimamori.api.schema;

import org.jspecify.annotations.NullMarked;
