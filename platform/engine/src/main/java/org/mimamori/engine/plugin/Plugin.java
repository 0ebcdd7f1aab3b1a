package org.mimamori.engine.plugin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.text.LocalText;

/**
 * A plug-in that is or was installed; of one that was, the name is kept, for the apps that still name it.
 *
 * @param id 32 letters from a to p, derived from the key that signed the package
 * @param version as its maker counts
 * @param file key under which its package is kept; null when it was removed
 * @param installedAt when it was installed, or removed
 */
public record Plugin(
        String id,
        LocalText name,
        LocalText description,
        String version,
        @Nullable String file,
        Instant installedAt) {

    public boolean installed() {
        return file != null;
    }

    /** A plug-in apps name that was never installed here: nothing but its id is known. */
    static Plugin unknown(String id) {
        return new Plugin(id, LocalText.of(id), LocalText.of(""), "", null, Instant.EPOCH);
    }
}
