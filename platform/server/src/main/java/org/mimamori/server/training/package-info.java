/** What the Java machine is shown before the product is first started, so that later starts are fast. */
@NullMarked
package org.mimamori.server.training;

import org.jspecify.annotations.NullMarked;
