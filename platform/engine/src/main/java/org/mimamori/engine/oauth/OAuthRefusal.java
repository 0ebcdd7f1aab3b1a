package org.mimamori.engine.oauth;

import java.util.Locale;

/** A refusal in the words of RFC 6749, for programs. */
public final class OAuthRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public OAuthRefusal(Reason reason) {
        super(reason.text());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** RFC 6749, sections 4.1.2.1 and 5.2. */
    public enum Reason {
        INVALID_REQUEST,
        INVALID_CLIENT,
        INVALID_GRANT,
        INVALID_SCOPE,
        ACCESS_DENIED,
        UNSUPPORTED_GRANT_TYPE,
        UNSUPPORTED_RESPONSE_TYPE;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
