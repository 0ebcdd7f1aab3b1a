package org.mimamori.engine.store;

import com.mongodb.MongoException;
import com.mongodb.MongoTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;

/**
 * Repeats a transaction that the database gave up for a reason that passes: two wrote the same document, a primary
 * stepped down. Waits longer each time, by chance, so that those who collided do not collide again.
 */
final class Retries {

    private static final int ATTEMPTS = 12;
    private static final Duration FIRST_WAIT = Duration.ofMillis(2);
    private static final Duration LONGEST_WAIT = Duration.ofMillis(200);

    private final Pause pause;
    private final RandomGenerator random;

    Retries(Pause pause, RandomGenerator random) {
        this.pause = pause;
        this.random = random;
    }

    /** @throws PlatformException with {@code Busy} when the reason did not pass */
    <T> T run(Supplier<T> transaction) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.get();
            } catch (RuntimeException e) {
                if (!isTransient(e)) {
                    throw e;
                }
                if (attempt == ATTEMPTS || Thread.currentThread().isInterrupted()) {
                    throw new PlatformException(new Problem.Busy(), e);
                }
                pause.take(wait(attempt));
            }
        }
    }

    private Duration wait(int attempt) {
        Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(attempt - 1, 16));
        Duration most = doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
        return Duration.ofNanos((long) (most.toNanos() * (0.5 + random.nextDouble())));
    }

    /** A database that cannot be reached at all has been waited for already. */
    private static boolean isTransient(Throwable e) {
        return mongoCause(e)
                .filter(cause -> !(cause instanceof MongoTimeoutException))
                .filter(cause -> cause.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL))
                .isPresent();
    }

    static boolean isCommitUnknown(Throwable e) {
        return mongoCause(e)
                .filter(cause -> cause.hasErrorLabel(MongoException.UNKNOWN_TRANSACTION_COMMIT_RESULT_LABEL))
                .isPresent();
    }

    private static Optional<MongoException> mongoCause(Throwable e) {
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof MongoException mongo) {
                return Optional.of(mongo);
            }
        }
        return Optional.empty();
    }
}
