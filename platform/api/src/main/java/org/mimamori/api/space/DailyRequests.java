package org.mimamori.api.space;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.mimamori.api.auth.ApiSettings;
import org.mimamori.api.wire.Parameters;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.problem.PlatformException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Counts the calls about each app since midnight, in this process and since it started. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class DailyRequests implements WebFilter {

    /** Whoever asks for apps that do not exist fills no memory. */
    private static final int MOST_APPS = 10_000;

    private final Clock clock;
    private final ApiSettings settings;
    private volatile Day day = new Day(LocalDate.MIN, Map.of());

    DailyRequests(Clock clock, ApiSettings settings) {
        this.clock = clock;
        this.settings = settings;
    }

    private record Day(LocalDate date, Map<Long, LongAdder> counts) {}

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (exchange.getAttribute(Parameters.class.getName()) instanceof Parameters parameters
                && parameters.has("app")) {
            count(parameters);
        }
        return chain.filter(exchange);
    }

    private void count(Parameters parameters) {
        try {
            long app = parameters.app().value();
            Map<Long, LongAdder> counts = today().counts();
            if (counts.size() < MOST_APPS || counts.containsKey(app)) {
                counts.computeIfAbsent(app, id -> new LongAdder()).increment();
            }
        } catch (PlatformException noNumber) {
            // The call itself will say so.
            return;
        }
    }

    long today(AppId app) {
        LongAdder count = today().counts().get(app.value());
        return count == null ? 0 : count.sum();
    }

    private Day today() {
        LocalDate date = LocalDate.ofInstant(clock.instant(), settings.zone());
        Day held = day;
        if (held.date().equals(date)) {
            return held;
        }
        synchronized (this) {
            if (!day.date().equals(date)) {
                day = new Day(date, new ConcurrentHashMap<>());
            }
            return day;
        }
    }
}
