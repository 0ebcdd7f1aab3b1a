/** Main class and wiring. */
@NullMarked
package org.mimamori.server;

import org.jspecify.annotations.NullMarked;
