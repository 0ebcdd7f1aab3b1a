package org.mimamori.engine.edit;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.mimamori.engine.field.SystemValue;

/** Types of the fields every app has from the start; each has the name of what it shows. */
final class SystemTypes {

    private static final Set<String> NAMES =
            Arrays.stream(SystemValue.values()).map(SystemValue::name).collect(Collectors.toUnmodifiableSet());

    private SystemTypes() {}

    static boolean has(String type) {
        return NAMES.contains(type);
    }
}
