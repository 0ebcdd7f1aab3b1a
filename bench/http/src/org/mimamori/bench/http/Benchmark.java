package org.mimamori.bench.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Times the running product through its API: starts it on an empty data folder, installs an app of 20 fields with
 * rights, loads records and calls, as a person without special rights. See bench/http/README.md.
 *
 * <p>Arguments: the folder of the repository and how many records, a multiple of 100.
 */
public final class Benchmark {

    private static final String PASSWORD = "bench-http-pass";
    private static final int LOADERS = 2;

    private final Path root;
    private final int records;
    private final Path data;
    private final Path log;
    private final int port;
    private final Calls staff;

    private Benchmark(Path root, int records) throws IOException {
        this.root = root;
        this.records = records;
        this.data = Files.createTempDirectory("mimamori-bench");
        this.log = data.resolve("server.log");
        this.port = freePort();
        this.staff = new Calls(port, "staff01", PASSWORD);
    }

    public static void main(String[] arguments) throws Exception {
        Benchmark benchmark =
                new Benchmark(Path.of(arguments[0]).toAbsolutePath().normalize(), Integer.parseInt(arguments[1]));
        benchmark.run();
        // What failed is left to be looked at.
        benchmark.clean();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void run() throws Exception {
        Table table;
        try (Server server = start()) {
            await(server, "/k/v1/apps.json?limit=1");
            Figures figures = new Figures(server, System.out);
            table = new Table(staff, install(), records);
            load(server, figures, table);
            new Mix(table).run("mix after loading, 16 clients", server, figures);
            figures.heading();
            singles(figures, table);
            new Mix(table).run("mix, 16 clients, 60 % get 20 % list 20 % write", server, figures);
            memory(server, figures);
        }
        restart(table);
    }

    private Server start() throws IOException {
        return Server.start(root, data.resolve("data"), port, log);
    }

    private String install() throws IOException {
        String definition = Files.readString(root.resolve("bench/http/cases.json"));
        String reply = new Calls(port, "admin", PASSWORD).post("/api/apps", definition);
        Matcher app = Pattern.compile("\"app\":\"(\\d+)\"").matcher(reply);
        if (!app.find()) {
            throw new IllegalStateException(reply);
        }
        return app.group(1);
    }

    private void load(Server server, Figures figures, Table table) throws Exception {
        // Made before the clock runs, on cores the server shares.
        List<byte[]> batches = new ArrayList<>();
        for (int first = 0; first < records; first += Table.BATCH) {
            batches.add(table.batch(first));
        }
        long cpu = server.cpuNanos();
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(LOADERS)) {
            List<Future<?>> loading = new ArrayList<>();
            for (int i = 0; i < batches.size(); i++) {
                int batch = i;
                loading.add(threads.submit(() -> table.load(batch * Table.BATCH, batches.get(batch))));
            }
            for (Future<?> one : loading) {
                one.get();
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double used = (server.cpuNanos() - cpu) / 1e9;
        figures.line(
                "add %,d records by 100, %d clients".formatted(records, LOADERS),
                "%.1f s, %.1f s CPU, %,.0f records/s".formatted(seconds, used, records / seconds));
        memory(server, figures);
    }

    private void singles(Figures figures, Table table) {
        Random random = new Random(7);
        figures.time("add one", 1000, i -> table.add());
        figures.time("get one", 3000, i -> table.get(random));
        figures.time("change one", 1000, i -> table.change(random));
        figures.time("list 100: filter, order, total", 300, i -> table.list(random));
        figures.time("list 100: no view has its filter and order", 30, i -> table.unplanned(random));
        figures.time("deep page: offset 9,000 to 10,000", 100, i -> table.deepPage(random));
        figures.time("next page: $id >, order by $id", 100, i -> table.nextPage(random));
        figures.time("group by: count of each status", 50, i -> table.countByStatus());
        figures.time("group by: sum for each kind, no index", 10, i -> table.sumByKind());
        Table office = table.as(new Calls(port, "office01", PASSWORD));
        figures.time(
                "list 100 of one office (1 record in 20), total",
                100,
                i -> office.list("order by date desc limit 100", true, 100));
    }

    private void memory(Server server, Figures figures) throws IOException {
        long disk;
        try (Stream<Path> files = Files.walk(data.resolve("data"))) {
            disk = files.filter(Files::isRegularFile)
                            .mapToLong(file -> file.toFile().length())
                            .sum()
                    >> 20;
        }
        figures.line(
                "memory",
                "%,d MB resident, %,d MB at most; %,d MB on disk"
                        .formatted(server.megabytes("VmRSS"), server.megabytes("VmHWM"), disk));
    }

    /** From the command to the first answer, three times. */
    private void restart(Table table) throws Exception {
        for (int i = 0; i < 3; i++) {
            try (Server server = start()) {
                double seconds = await(server, table.firstCall());
                new Figures(server, System.out)
                        .line(
                                "restart to first call",
                                "%.2f s, %.1f s CPU".formatted(seconds, server.cpuNanos() / 1e9));
            }
        }
    }

    /** Calls until it answers; seconds since the start. */
    private double await(Server server, String path) throws InterruptedException {
        while (true) {
            try {
                staff.get(path);
                return (System.nanoTime() - server.started()) / 1e9;
            } catch (UncheckedIOException notYet) {
                if (!server.isRunning()) {
                    throw new IllegalStateException("The server has ended; see " + log, notYet);
                }
                Thread.sleep(5);
            } catch (IllegalStateException notYet) {
                // The port is open before the people are there.
                Thread.sleep(5);
            }
        }
    }

    private void clean() throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
