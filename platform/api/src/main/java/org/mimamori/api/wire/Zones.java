package org.mimamori.api.wire;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Reads time zones. */
public final class Zones {

    private Zones() {}

    /** The zone of that parameter, or null when it is not given. */
    public static @Nullable ZoneId read(Parameters parameters, String name) {
        if (!parameters.has(name)) {
            return null;
        }
        try {
            return ZoneId.of(parameters.text(name));
        } catch (DateTimeException e) {
            throw parameters.refuse(name, "notInEnum");
        }
    }
}
