package org.mimamori.engine.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.app.Webhook;
import org.mimamori.engine.change.Change;

/**
 * One thing to send to one webhook, and what has come of it: queue and log at once. Holds nothing of the record; what
 * is sent is read anew for every attempt.
 *
 * @param id the same for every attempt, so that the receiver can tell what it has already had
 * @param webhook name of the webhook in its app
 * @param change number of the entry of the change log
 * @param at when the change was made
 * @param attempts how often it was sent
 * @param next not to be sent before this
 * @param last when it was last sent; null before the first time
 * @param status HTTP status of the last answer; 0 for none
 * @param error what was wrong the last time; empty for nothing
 */
public record Delivery(
        String id,
        AppId app,
        String webhook,
        long change,
        Webhook.Event event,
        Instant at,
        State state,
        int attempts,
        Instant next,
        @Nullable Instant last,
        int status,
        String error) {

    static final int MOST_ATTEMPTS = 10;

    /** What nobody has taken for so long is not sent any more. */
    static final Duration TRIED = Duration.ofDays(1);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int PAUSE_GROWS = 4;

    /** What has become of it. */
    public enum State {
        WAITING,
        /** The receiver answered with success. */
        SENT,
        /** Given up. */
        FAILED,
        /** Not sent, for the webhook's reader may not see what it is about. */
        SKIPPED
    }

    static Delivery of(Change change, Webhook webhook, Webhook.Event event) {
        return new Delivery(
                UUID.randomUUID().toString(),
                change.app(),
                webhook.name(),
                change.number(),
                event,
                change.at(),
                State.WAITING,
                0,
                change.at(),
                null,
                0,
                "");
    }

    boolean expired(Instant now) {
        return at.plus(TRIED).isBefore(now);
    }

    /** After an attempt that was answered like this. */
    Delivery answered(Sender.Answer answer, Instant now) {
        int made = attempts + 1;
        State state = answer.success() ? State.SENT : made < MOST_ATTEMPTS ? State.WAITING : State.FAILED;
        return new Delivery(
                id,
                app,
                webhook,
                change,
                event,
                at,
                state,
                made,
                now.plus(pause(made)),
                now,
                answer.status(),
                answer.error());
    }

    /** Not to be sent any more, for a reason of ours. */
    Delivery ended(State state, String reason) {
        return new Delivery(id, app, webhook, change, event, at, state, attempts, next, last, status, reason);
    }

    /** 30 seconds, then four times as long each time, an hour at most. */
    private static Duration pause(int made) {
        Duration pause = FIRST_PAUSE;
        for (int i = 1; i < made && pause.compareTo(LONGEST_PAUSE) < 0; i++) {
            pause = pause.multipliedBy(PAUSE_GROWS);
        }
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
