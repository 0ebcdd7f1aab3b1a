/** Fills an empty installation from a recipe. */
@NullMarked
package org.mimamori.server.demo;

import org.jspecify.annotations.NullMarked;
