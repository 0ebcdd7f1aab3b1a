package org.mimamori.bench.http;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.function.IntConsumer;

/** Measures what a call takes, as the caller sees it and as the server's processor time, and prints it. */
final class Figures {

    private final Server server;
    private final PrintStream out;

    Figures(Server server, PrintStream out) {
        this.server = server;
        this.out = out;
    }

    /** Durations of many calls. */
    record Timings(long[] sorted) {

        static Timings of(long[] nanos) {
            long[] sorted = nanos.clone();
            Arrays.sort(sorted);
            return new Timings(sorted);
        }

        /** @param share of the calls that were as fast or faster */
        double millis(double share) {
            return sorted.length == 0 ? 0 : sorted[(int) ((sorted.length - 1) * share)] / 1e6;
        }
    }

    /** One caller, one call after the other; the first fifth, at least ten, is not counted. */
    void time(String name, int times, IntConsumer call) {
        for (int i = 0; i < Math.max(10, times / 5); i++) {
            call.accept(i);
        }
        long[] nanos = new long[times];
        long cpu = server.cpuNanos();
        for (int i = 0; i < times; i++) {
            long before = System.nanoTime();
            call.accept(i);
            nanos[i] = System.nanoTime() - before;
        }
        row(name, times, Timings.of(nanos), server.cpuNanos() - cpu);
    }

    void row(String name, int times, Timings timings, long cpuNanos) {
        out.printf(
                "  %-46s %8.2f %8.2f %8.2f %8d%n",
                name, timings.millis(0.5), timings.millis(0.95), cpuNanos / 1e6 / times, times);
    }

    void heading() {
        out.printf("  %-46s %8s %8s %8s %8s%n", "", "p50 ms", "p95 ms", "CPU ms", "calls");
    }

    void line(String name, String value) {
        out.printf("  %-46s %s%n", name, value);
    }
}
