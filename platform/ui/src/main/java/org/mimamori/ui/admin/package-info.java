/** A person's own settings, and the administrator's list of apps. */
@NullMarked
package org.mimamori.ui.admin;

import org.jspecify.annotations.NullMarked;
