/** One record: shown, added, edited. */
@NullMarked
package org.mimamori.ui.form;

import org.jspecify.annotations.NullMarked;
