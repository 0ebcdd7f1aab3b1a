package org.mimamori.server.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A program on this machine that takes webhooks. */
final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    final List<Message> messages = new CopyOnWriteArrayList<>();
    volatile Answer answer = exchange -> exchange.sendResponseHeaders(200, -1);

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.setExecutor(threads);
        server.start();
    }

    /** What came. */
    record Message(String path, String body, String signature, String contentType) {}

    /** What it does with a message. */
    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String signature = exchange.getRequestHeaders().getFirst("X-Mimamori-Signature");
        messages.add(new Message(
                exchange.getRequestURI().toString(),
                body,
                signature == null ? "" : signature,
                exchange.getRequestHeaders().getFirst("Content-Type")));
        try {
            answer.to(exchange);
        } catch (UncheckedIOException gone) {
            throw gone.getCause();
        } finally {
            exchange.close();
        }
    }

    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
