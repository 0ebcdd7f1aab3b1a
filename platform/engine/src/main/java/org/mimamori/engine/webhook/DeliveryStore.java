package org.mimamori.engine.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mimamori.engine.app.AppId;

/** Port: where deliveries wait and are kept, and who sends them. */
public interface DeliveryStore {

    /**
     * Makes somebody the one process that sends, or keeps it so.
     *
     * @return whether it is; no while another holds the lead
     */
    boolean lead(String process, Instant now, Instant until);

    /** Number of the change up to which deliveries were made; empty before the first. */
    Optional<Long> position();

    void moveTo(long change);

    /** Keeps new deliveries; one for the same change and webhook again changes nothing. */
    void add(List<Delivery> deliveries);

    /** The oldest that waits for a webhook. */
    Optional<Delivery> first(AppId app, String webhook);

    /** Keeps what has become of a delivery. */
    void save(Delivery delivery);

    /** How many attempts were made after an instant, to whatever webhook. */
    int attemptsAfter(Instant instant);

    /** An app's deliveries, newest change first. */
    List<Delivery> log(AppId app, long beforeChange, int limit);

    /** Drops deliveries of changes from before an instant. */
    void deleteBefore(Instant instant);
}
