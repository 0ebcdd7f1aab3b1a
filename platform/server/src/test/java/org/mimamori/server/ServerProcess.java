package org.mimamori.server;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The product as a process of its own, which a test can kill. */
final class ServerProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** The server as it is on the class path of the tests. */
    static ServerProcess start(Path data, Path apps, boolean demo) throws IOException {
        return start(
                List.of("-cp", System.getProperty("java.class.path"), MimamoriApplication.class.getName()),
                List.of("--mimamori.data=" + data, "--mimamori.apps=" + apps, "--mimamori.demo=" + demo));
    }

    /**
     * @param program options of the Java machine and what it is to run
     * @param settings of the server, but for its port
     */
    static ServerProcess start(List<String> program, List<String> settings) throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx700m");
        command.addAll(program);
        command.add("--mimamori.port=" + port);
        command.addAll(settings);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "server-process.log").toFile())
                .start();
        return new ServerProcess(process, port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Waits until somebody can call the API. */
    void awaitReady(String user) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the server ended by itself; see target/server-process.log");
            }
            try {
                HttpResponse<String> answer = get(user, "/actuator/health/readiness");
                if (answer.statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                Thread.onSpinWait();
            }
        }
        throw new IllegalStateException("the server was not ready in " + PATIENCE);
    }

    HttpResponse<String> get(String user, String path) throws IOException, InterruptedException {
        return http.send(request(user, path).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String user, String path, String json) throws IOException, InterruptedException {
        return http.send(
                request(user, path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Sends a file as forms do. */
    HttpResponse<String> upload(String user, String path, String name, String content)
            throws IOException, InterruptedException {
        String form = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n%s\r\n--b--\r\n"
                .formatted(name, content);
        return http.send(
                request(user, path)
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String user, String path) {
        String credentials = user + ":" + Town.PASSWORD;
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header(
                        "X-Cybozu-Authorization",
                        Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    /** As the kernel does when memory runs out: no last word. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
