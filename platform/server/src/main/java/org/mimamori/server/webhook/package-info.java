/** Sends webhooks over HTTP, and to nowhere it must not. */
@NullMarked
package org.mimamori.server.webhook;

import org.jspecify.annotations.NullMarked;
