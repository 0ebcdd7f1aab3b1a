@NullMarked
package org.mimamori.server.webhook;

import org.jspecify.annotations.NullMarked;
