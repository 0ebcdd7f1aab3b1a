package org.mimamori.engine.admin;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A choice of language; null follows the browser. */
public record Language(@Nullable Locale chosen) {}
