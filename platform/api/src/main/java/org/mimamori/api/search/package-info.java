/** Search over all apps, as kintone's call. */
@NullMarked
package org.mimamori.api.search;

import org.jspecify.annotations.NullMarked;
