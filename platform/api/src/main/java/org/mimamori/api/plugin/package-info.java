/** Plug-ins of the site, as kintone's calls. */
@NullMarked
package org.mimamori.api.plugin;

import org.jspecify.annotations.NullMarked;
