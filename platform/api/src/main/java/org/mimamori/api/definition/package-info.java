/** Our own endpoints beside kintone's: app definitions and what describes them. */
@NullMarked
package org.mimamori.api.definition;

import org.jspecify.annotations.NullMarked;
