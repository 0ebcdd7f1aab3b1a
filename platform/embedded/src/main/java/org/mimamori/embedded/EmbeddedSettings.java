package org.mimamori.embedded;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * How an {@link EmbeddedMongo} runs. Begin with {@link #file(Path)} or {@link #inMemory()} and change what you need.
 *
 * @param file the data file; empty for a store that is gone when it is closed
 * @param durability when an acknowledged write is safe
 * @param sync whether a commit also waits for the disk, so that it survives a power cut
 * @param cacheMegabytes memory for pages of the data file
 * @param port the port on the loopback interface; 0 for any free one
 * @param transactionLimit how long a transaction may live before it is taken back
 * @param writerPatience how long a transaction waits for another to end before it gets a write conflict
 * @param cursorTimeout how long an idle cursor lives
 * @param expiryPeriod how often records whose time is over are deleted
 * @param clock the source of the current time, for expiry and {@code $currentDate}
 */
public record EmbeddedSettings(
        Optional<Path> file,
        Durability durability,
        boolean sync,
        int cacheMegabytes,
        int port,
        Duration transactionLimit,
        Duration writerPatience,
        Duration cursorTimeout,
        Duration expiryPeriod,
        Clock clock) {

    private static final int DEFAULT_CACHE_MEGABYTES = 128;

    public static EmbeddedSettings file(Path path) {
        return defaults(Optional.of(path));
    }

    public static EmbeddedSettings inMemory() {
        return defaults(Optional.empty());
    }

    private static EmbeddedSettings defaults(Optional<Path> file) {
        return new EmbeddedSettings(
                file,
                Durability.COMMIT_EACH_WRITE,
                false,
                DEFAULT_CACHE_MEGABYTES,
                0,
                Duration.ofSeconds(60),
                Duration.ofSeconds(10),
                Duration.ofMinutes(10),
                Duration.ofSeconds(60),
                Clock.systemUTC());
    }

    public EmbeddedSettings withDurability(Durability value) {
        return new EmbeddedSettings(
                file,
                value,
                sync,
                cacheMegabytes,
                port,
                transactionLimit,
                writerPatience,
                cursorTimeout,
                expiryPeriod,
                clock);
    }

    public EmbeddedSettings withSync(boolean value) {
        return new EmbeddedSettings(
                file,
                durability,
                value,
                cacheMegabytes,
                port,
                transactionLimit,
                writerPatience,
                cursorTimeout,
                expiryPeriod,
                clock);
    }

    public EmbeddedSettings withCacheMegabytes(int value) {
        return new EmbeddedSettings(
                file,
                durability,
                sync,
                value,
                port,
                transactionLimit,
                writerPatience,
                cursorTimeout,
                expiryPeriod,
                clock);
    }

    public EmbeddedSettings withPort(int value) {
        return new EmbeddedSettings(
                file,
                durability,
                sync,
                cacheMegabytes,
                value,
                transactionLimit,
                writerPatience,
                cursorTimeout,
                expiryPeriod,
                clock);
    }

    public EmbeddedSettings withTransactionLimit(Duration value) {
        return new EmbeddedSettings(
                file,
                durability,
                sync,
                cacheMegabytes,
                port,
                value,
                writerPatience,
                cursorTimeout,
                expiryPeriod,
                clock);
    }

    public EmbeddedSettings withWriterPatience(Duration value) {
        return new EmbeddedSettings(
                file,
                durability,
                sync,
                cacheMegabytes,
                port,
                transactionLimit,
                value,
                cursorTimeout,
                expiryPeriod,
                clock);
    }

    public EmbeddedSettings withCursorTimeout(Duration value) {
        return new EmbeddedSettings(
                file,
                durability,
                sync,
                cacheMegabytes,
                port,
                transactionLimit,
                writerPatience,
                value,
                expiryPeriod,
                clock);
    }

    public EmbeddedSettings withExpiryPeriod(Duration value) {
        return new EmbeddedSettings(
                file,
                durability,
                sync,
                cacheMegabytes,
                port,
                transactionLimit,
                writerPatience,
                cursorTimeout,
                value,
                clock);
    }

    public EmbeddedSettings withClock(Clock value) {
        return new EmbeddedSettings(
                file,
                durability,
                sync,
                cacheMegabytes,
                port,
                transactionLimit,
                writerPatience,
                cursorTimeout,
                expiryPeriod,
                value);
    }
}
