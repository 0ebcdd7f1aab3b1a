/** Records, cursors, comments and bulk requests, as kintone's calls. */
@NullMarked
package org.mimamori.api.record;

import org.jspecify.annotations.NullMarked;
