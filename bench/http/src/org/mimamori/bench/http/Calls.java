package org.mimamori.bench.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Calls of one person, each with the password. Every thread keeps a connection of its own; an answer other than 200 is
 * an exception.
 */
final class Calls {

    private final String authorization;
    private final ThreadLocal<Connection> connections;

    Calls(int port, String user, String password) {
        this.authorization =
                Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        this.connections = ThreadLocal.withInitial(() -> new Connection(port));
    }

    String get(String path) {
        return call("GET", path, new byte[0]);
    }

    String post(String path, String json) {
        return post(path, json.getBytes(StandardCharsets.UTF_8));
    }

    String post(String path, byte[] json) {
        return call("POST", path, json);
    }

    String put(String path, String json) {
        return call("PUT", path, json.getBytes(StandardCharsets.UTF_8));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String call(String method, String path, byte[] json) {
        StringBuilder head = new StringBuilder(300)
                .append(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Cybozu-Authorization: ")
                .append(authorization)
                .append("\r\n");
        if (!"GET".equals(method)) {
            head.append("Content-Type: application/json\r\nContent-Length: ")
                    .append(json.length)
                    .append("\r\n");
        }
        try {
            Connection.Answer answer =
                    connections.get().call(head.append("\r\n").toString(), json);
            if (answer.status() != 200) {
                throw new IllegalStateException(
                        method + " " + path + " answered " + answer.status() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
