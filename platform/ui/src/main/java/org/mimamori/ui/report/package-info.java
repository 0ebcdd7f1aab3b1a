/** Reports: figures over the records of an app, as tables and charts. */
@NullMarked
package org.mimamori.ui.report;

import org.jspecify.annotations.NullMarked;
