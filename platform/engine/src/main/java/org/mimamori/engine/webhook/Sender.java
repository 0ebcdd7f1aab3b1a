package org.mimamori.engine.webhook;

import java.util.Map;

/** Port: sends a message over HTTP. */
public interface Sender {

    /** Sends once, following no redirect; says how it went. */
    Answer post(String url, Map<String, String> headers, byte[] body);

    /**
     * How an attempt went.
     *
     * @param status HTTP status; 0 when there was no answer
     * @param error what went wrong, as a short word; empty when there was an answer
     */
    record Answer(int status, String error) {

        private static final int OK = 200;
        private static final int REDIRECT = 300;

        public static Answer of(int status) {
            return new Answer(status, "");
        }

        /** No answer, because of this. */
        public static Answer none(String error) {
            return new Answer(0, error);
        }

        boolean success() {
            return status >= OK && status < REDIRECT;
        }
    }
}
