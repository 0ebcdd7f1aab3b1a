package org.mimamori.api.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down guessing: after a few wrong passwords an account is closed to further tries for a while that doubles with
 * each. Programs that are signed in already go on meanwhile.
 */
final class Throttle {

    private static final int FREE_FAILURES = 5;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    private static final int MOST_ACCOUNTS = 10_000;

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true);

    Throttle(Clock clock) {
        this.clock = clock;
    }

    private record Failures(int count, Instant last, Instant closedUntil) {}

    synchronized boolean isClosed(String account) {
        Failures past = failures.get(account);
        return past != null && clock.instant().isBefore(past.closedUntil());
    }

    /** Counts a failure and answers how many there have been. */
    synchronized int failed(String account) {
        Instant now = clock.instant();
        Failures past = failures.get(account);
        int count = past == null || past.last().plus(FORGOTTEN_AFTER).isBefore(now) ? 1 : past.count() + 1;
        failures.put(account, new Failures(count, now, now.plus(delay(count))));
        if (failures.size() > MOST_ACCOUNTS) {
            failures.remove(failures.keySet().iterator().next());
        }
        return count;
    }

    synchronized void succeeded(String account) {
        failures.remove(account);
    }

    private static Duration delay(int count) {
        if (count < FREE_FAILURES) {
            return Duration.ZERO;
        }
        Duration doubled = Duration.ofSeconds(1L << Math.min(count - FREE_FAILURES, 20));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }
}
