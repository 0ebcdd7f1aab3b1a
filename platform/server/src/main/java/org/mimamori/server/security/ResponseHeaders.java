package org.mimamori.server.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;

/** What Spring Security adds to {@link PageHeaders}. */
final class ResponseHeaders {

    private ResponseHeaders() {}

    static void common(HeadersConfigurer<HttpSecurity> headers) {
        headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
    }

    /** For answers that are never a page. */
    static void data(HeadersConfigurer<HttpSecurity> headers) {
        common(headers);
        headers.contentSecurityPolicy(
                policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'; sandbox"));
    }
}
