package org.mimamori.bench.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The calls of one person, over connections that are kept open. Anything but success ends the benchmark. */
final class Calls {

    private final String base;
    private final String authorization;

    Calls(int port, String user, String password) {
        this.base = "http://127.0.0.1:" + port;
        this.authorization =
                Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    String get(String path) {
        return call("GET", path, null);
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
        try {
            HttpURLConnection connection = open(method, path, json);
            int status = connection.getResponseCode();
            try (InputStream body = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
                String text = body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
                if (status != 200) {
                    throw new IllegalStateException(method + " " + path + " answered " + status + ": " + text);
                }
                return text;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpURLConnection open(String method, String path, byte[] json) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(base + path).toURL().openConnection();
        connection.setRequestMethod(method);
        connection.setRequestProperty("X-Cybozu-Authorization", authorization);
        if (json != null) {
            connection.setRequestProperty("Content-Type", "application/json");
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(json.length);
            connection.getOutputStream().write(json);
        }
        return connection;
    }
}
