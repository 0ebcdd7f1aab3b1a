package org.mimamori.api.wire;

import org.jspecify.annotations.Nullable;

/** How much of kintone's present JSON a client knows. */
public enum Dialect {
    /** All of it. */
    CURRENT,
    /** What kintone-java-client 1.x accepts; it refuses properties that came later. */
    JAVA_1;

    public static Dialect of(@Nullable String userAgent) {
        return userAgent != null && userAgent.startsWith("kintone-Java-Client@1.") ? JAVA_1 : CURRENT;
    }
}
