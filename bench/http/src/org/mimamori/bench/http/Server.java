package org.mimamori.bench.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The product as anybody runs it, {@code ./mimamori run}, on a data folder of its own; and what Linux says of it. */
final class Server implements AutoCloseable {

    /** Clock ticks of {@code /proc/PID/stat}: 100 a second on every Linux. */
    private static final long NANOS_PER_TICK = 10_000_000;

    private final Process process;
    private final long started;

    private Server(Process process, long started) {
        this.process = process;
        this.started = started;
    }

    /**
     * @param root folder of the repository
     * @param log where what it prints is added
     */
    static Server start(Path root, Path data, int port, Path log) throws IOException {
        List<String> command = new ArrayList<>(List.of(root.resolve("mimamori").toString(), "run", "--demo"));
        command.add("--port=" + port);
        command.add("--data=" + data);
        command.add("--apps=" + root.resolve("bench/http/people"));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        long now = System.nanoTime();
        return new Server(builder.start(), now);
    }

    /** When it was started, as {@link System#nanoTime} has it. */
    long started() {
        return started;
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** Processor time of all its threads since it was started, garbage collector and compiler included. */
    long cpuNanos() {
        String stat = read("stat");
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * NANOS_PER_TICK;
    }

    /** A figure of {@code /proc/PID/status}, in MB. */
    long megabytes(String name) {
        return read("status")
                .lines()
                .filter(line -> line.startsWith(name + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    private String read(String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
