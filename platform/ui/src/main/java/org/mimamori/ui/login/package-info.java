/** Signing in, and setting up the first administrator. */
@NullMarked
package org.mimamori.ui.login;

import org.jspecify.annotations.NullMarked;
