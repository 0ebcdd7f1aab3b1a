/** Problems in kintone's words: status, code, message and the places of wrong values. */
@NullMarked
package org.mimamori.api.error;

import org.jspecify.annotations.NullMarked;
