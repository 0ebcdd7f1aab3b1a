/** Upload and download. */
@NullMarked
package org.mimamori.api.file;

import org.jspecify.annotations.NullMarked;
