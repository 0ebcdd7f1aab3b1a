/** The list of an app's records: columns, order, filter, quick search. */
@NullMarked
package org.mimamori.ui.list;

import org.jspecify.annotations.NullMarked;
