package org.mimamori.api.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.mimamori.api.error.CallException;
import org.springframework.mock.web.MockAsyncContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ConcurrentCallsTest {

    private final ConcurrentCalls calls = new ConcurrentCalls();

    @Test
    void refusesTheHundredAndFirstCallUntilOneHasEnded() {
        for (int i = 0; i < 100; i++) {
            calls.enter(new MockHttpServletResponse());
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        assertThatThrownBy(() -> calls.enter(response)).isInstanceOf(CallException.class);
        assertThat(response.getHeader("X-ConcurrencyLimit-Running")).isEqualTo("100");

        calls.leave(new MockHttpServletRequest());
        calls.leave(new MockHttpServletRequest());
        calls.enter(new MockHttpServletResponse());
    }

    @Test
    void countsAnAsynchronousCallUntilItsAnswerIsOut() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setAsyncSupported(true);
        MockAsyncContext async = (MockAsyncContext) request.startAsync();
        calls.enter(new MockHttpServletResponse());
        calls.leave(request);
        assertThat(running()).isEqualTo("2");

        async.complete();
        assertThat(running()).isEqualTo("1");
    }

    /** What one more call is told; it ends at once. */
    private String running() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        calls.enter(response);
        calls.leave(new MockHttpServletRequest());
        return String.valueOf(response.getHeader("X-ConcurrencyLimit-Running"));
    }
}
