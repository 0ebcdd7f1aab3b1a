/** The discussion beside a record. */
@NullMarked
package org.mimamori.ui.comment;

import org.jspecify.annotations.NullMarked;
