/** What an installation can be told from outside. */
@NullMarked
package org.mimamori.server.settings;

import org.jspecify.annotations.NullMarked;
