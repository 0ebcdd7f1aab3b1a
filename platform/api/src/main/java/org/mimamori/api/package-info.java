/** The kintone-compatible REST API and our own. */
@NullMarked
package org.mimamori.api;

import org.jspecify.annotations.NullMarked;
