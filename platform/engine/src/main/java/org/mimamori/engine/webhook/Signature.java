package org.mimamori.engine.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Shows a receiver that a message comes from us and is fresh: {@code t=<seconds>,v1=<hex>}, where {@code v1} is the
 * HMAC-SHA256 of {@code <seconds>.<body>} under the webhook's secret. The time is signed with the body so that an old
 * message cannot be sent again as new.
 */
public final class Signature {

    public static final String HEADER = "X-Mimamori-Signature";

    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    /** The header's value. */
    public static String of(String secret, Instant at, byte[] body) {
        long seconds = at.getEpochSecond();
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
            return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HMAC-SHA256", missing);
        }
    }
}
