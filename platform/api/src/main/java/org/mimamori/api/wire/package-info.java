/** kintone's JSON, in and out: parameters, records and replies. */
@NullMarked
package org.mimamori.api.wire;

import org.jspecify.annotations.NullMarked;
