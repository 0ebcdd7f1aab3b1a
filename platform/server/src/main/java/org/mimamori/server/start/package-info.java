/** What happens between start and the first request. */
@NullMarked
package org.mimamori.server.start;

import org.jspecify.annotations.NullMarked;
