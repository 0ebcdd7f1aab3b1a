package org.mimamori.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.MongoTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;
import org.springframework.transaction.TransactionSystemException;

class RetriesTest {

    private final List<Duration> pauses = new ArrayList<>();
    private final AtomicInteger attempts = new AtomicInteger();
    private final Retries retries = new Retries(pauses::add, new Random(1));

    private static RuntimeException conflict() {
        MongoException cause = new MongoException(112, "WriteConflict");
        cause.addLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL);
        return new TransactionSystemException("could not commit", cause);
    }

    @Test
    void answersAtOnceWhenNothingIsInTheWay() {
        assertThat(retries.run(() -> "done")).isEqualTo("done");
        assertThat(pauses).isEmpty();
    }

    @Test
    void repeatsWhatTheDatabaseSaysMayBeRepeated() {
        String answer = retries.run(() -> {
            if (attempts.incrementAndGet() < 4) {
                throw conflict();
            }
            return "done";
        });

        assertThat(answer).isEqualTo("done");
        assertThat(pauses).hasSize(3);
    }

    @Test
    void waitsLongerEachTimeButNotForEver() {
        assertThatThrownBy(() -> retries.run(() -> {
                    throw conflict();
                }))
                .isInstanceOf(PlatformException.class);

        assertThat(pauses.getFirst()).isLessThan(Duration.ofMillis(4));
        assertThat(pauses.getLast()).isBetween(Duration.ofMillis(100), Duration.ofMillis(300));
        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void saysThatItIsBusyWhenTheReasonDoesNotPass() {
        assertThatThrownBy(() -> retries.run(() -> {
                    attempts.incrementAndGet();
                    throw conflict();
                }))
                .isInstanceOfSatisfying(
                        PlatformException.class, e -> assertThat(e.problem()).isEqualTo(new Problem.Busy()));
        assertThat(attempts).hasValue(12);
    }

    @Test
    void doesNotRepeatWorkThatIsWrong() {
        assertThatThrownBy(() -> retries.run(() -> {
                    attempts.incrementAndGet();
                    throw new Problem.RecordNotFound("1").asException();
                }))
                .isInstanceOf(PlatformException.class);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void doesNotWaitAgainForADatabaseThatIsAway() {
        MongoTimeoutException away = new MongoTimeoutException("no server");
        away.addLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL);

        assertThatThrownBy(() -> retries.run(() -> {
                    attempts.incrementAndGet();
                    throw away;
                }))
                .isSameAs(away);
        assertThat(attempts).hasValue(1);
    }
}
