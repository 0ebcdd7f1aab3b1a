/** The screens. */
@NullMarked
package org.mimamori.ui;

import org.jspecify.annotations.NullMarked;
