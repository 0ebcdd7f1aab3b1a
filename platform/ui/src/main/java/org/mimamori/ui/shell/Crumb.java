package org.mimamori.ui.shell;

import org.jspecify.annotations.Nullable;

/**
 * One step of the way to the current page.
 *
 * @param path where it leads, such as {@code apps/visits}; null for the page itself
 */
public record Crumb(String text, @Nullable String path) {

    public static Crumb here(String text) {
        return new Crumb(text, null);
    }
}
