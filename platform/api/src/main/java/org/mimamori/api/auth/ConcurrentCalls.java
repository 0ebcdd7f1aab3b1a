package org.mimamori.api.auth;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.mimamori.api.error.CallProblem;

/** Counts the calls under way; kintone's limit, and the headers by which clients can see it coming. */
final class ConcurrentCalls {

    static final int LIMIT = 100;

    private final AtomicInteger running = new AtomicInteger();

    /** Counts a call and tells the client; refuses it beyond the limit. Every call that enters must leave. */
    void enter(HttpServletResponse response) {
        int now = running.incrementAndGet();
        response.setIntHeader("X-ConcurrencyLimit-Limit", LIMIT);
        response.setIntHeader("X-ConcurrencyLimit-Running", Math.min(now, LIMIT));
        if (now > LIMIT) {
            throw new CallProblem.TooManyCalls().asException();
        }
    }

    /** Ends a call: now, or when its answer has gone out. */
    void leave(ServletRequest request) {
        if (request.isAsyncStarted()) {
            request.getAsyncContext().addListener(new Leaving());
        } else {
            running.decrementAndGet();
        }
    }

    private final class Leaving implements AsyncListener {
        @Override
        public void onComplete(AsyncEvent event) {
            running.decrementAndGet();
        }

        @Override
        public void onTimeout(AsyncEvent event) {}

        @Override
        public void onError(AsyncEvent event) {}

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }
}
