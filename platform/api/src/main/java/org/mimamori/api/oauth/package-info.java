/** OAuth 2 over HTTP: where people agree, where programs fetch tokens, and who may ask. */
@NullMarked
package org.mimamori.api.oauth;

import org.jspecify.annotations.NullMarked;
