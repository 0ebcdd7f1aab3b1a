/** The first page and the inbox. */
@NullMarked
package org.mimamori.ui.home;

import org.jspecify.annotations.NullMarked;
