package org.mimamori.bench.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many callers at once: of ten calls, six read a record, two read a list, one adds and one changes a record. */
final class Mix {

    private static final int CLIENTS = 16;
    private static final long NANOS = 15_000_000_000L;

    private final Table table;

    Mix(Table table) {
        this.table = table;
    }

    /** What one caller does, and how long each call took, by kind. */
    private record Done(List<Long> reads, List<Long> lists, List<Long> writes) {
        Done() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    /** @param name what it is called among the results */
    void run(String name, Server server, Figures figures) throws Exception {
        Done all = new Done();
        long cpu = server.cpuNanos();
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<Done>> running = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                int seed = i;
                running.add(threads.submit(() -> calls(new Random(seed), start + NANOS)));
            }
            for (Future<Done> one : running) {
                all.reads.addAll(one.get().reads);
                all.lists.addAll(one.get().lists);
                all.writes.addAll(one.get().writes);
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        long used = server.cpuNanos() - cpu;
        int calls = all.reads.size() + all.lists.size() + all.writes.size();
        figures.line(name, "%,.0f calls/s, %.2f ms CPU a call".formatted(calls / seconds, used / 1e6 / calls));
        row(figures, "  get", all.reads);
        row(figures, "  list", all.lists);
        row(figures, "  write", all.writes);
    }

    private static void row(Figures figures, String name, List<Long> nanos) {
        Figures.Timings timings =
                Figures.Timings.of(nanos.stream().mapToLong(Long::longValue).toArray());
        figures.line(
                name,
                "p50 %.1f ms, p95 %.1f ms, %,d calls"
                        .formatted(timings.millis(0.5), timings.millis(0.95), nanos.size()));
    }

    private Done calls(Random random, long end) {
        Done done = new Done();
        while (System.nanoTime() < end) {
            int which = random.nextInt(10);
            long before = System.nanoTime();
            if (which < 6) {
                table.get(random);
            } else if (which < 8) {
                table.list(random);
            } else if (which < 9) {
                table.add();
            } else {
                table.change(random);
            }
            long took = System.nanoTime() - before;
            (which < 6 ? done.reads : which < 8 ? done.lists : done.writes).add(took);
        }
        return done;
    }
}
