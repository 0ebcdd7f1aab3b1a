/** The frame around every screen: layout, words, who is signed in, what is shown when something fails. */
@NullMarked
package org.mimamori.ui.shell;

import org.jspecify.annotations.NullMarked;
