/** Apps and their settings, as kintone's calls. */
@NullMarked
package org.mimamori.api.app;

import org.jspecify.annotations.NullMarked;
