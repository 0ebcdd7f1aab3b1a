package org.mimamori.api.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Remembers for some minutes which passwords were found right, because checking one is slow on purpose. Holds no
 * password: entries are keyed by a MAC under a key of this process over account, password and the hash it was checked
 * against, so that a changed password is no longer found.
 */
final class VerifiedPasswords {

    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final int MOST = 10_000;

    private final Clock clock;
    private final SecretKeySpec key;
    private final Map<String, Instant> until = new LinkedHashMap<>();

    VerifiedPasswords(Clock clock) {
        this.clock = clock;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, ALGORITHM);
    }

    boolean holds(String account, String password, String hash) {
        String entry = entry(account, password, hash);
        synchronized (until) {
            Instant end = until.remove(entry);
            boolean live = end != null && clock.instant().isBefore(end);
            if (live) {
                keep(entry);
            }
            return live;
        }
    }

    void remember(String account, String password, String hash) {
        String entry = entry(account, password, hash);
        synchronized (until) {
            keep(entry);
            if (until.size() > MOST) {
                until.remove(until.keySet().iterator().next());
            }
        }
    }

    /** From its last use on, so that guessing at an account does not lock out the program that uses it. */
    private void keep(String entry) {
        until.put(entry, clock.instant().plus(LIFE));
    }

    private String entry(String account, String password, String hash) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (String part : new String[] {account, password, hash}) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                // The length before each part keeps "ab" + "c" apart from "a" + "bc".
                mac.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                mac.update(bytes);
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM, e);
        }
    }
}
