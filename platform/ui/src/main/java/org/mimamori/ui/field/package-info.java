/**
 * Values on screen: editors, read-only renderings and plain texts, by field type where a type wants its own, else by
 * shape.
 */
@NullMarked
package org.mimamori.ui.field;

import org.jspecify.annotations.NullMarked;
