package org.mimamori.server.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Calls of the product from outside, by way of its port. */
final class TrainingCalls {

    static final String JSON = "application/json";
    static final String FORM = "application/x-www-form-urlencoded";

    /** An answer; {@code cookie} is the session it opened, or empty. */
    record Answer(int status, String text, String cookie) {}

    private final String base;
    private final Map<String, String> headers;

    private TrainingCalls(int port, Map<String, String> headers) {
        this.base = "http://127.0.0.1:" + port;
        this.headers = headers;
    }

    /** The calls of a program that shows a person's password. */
    static TrainingCalls of(int port, String user, String password) {
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new TrainingCalls(
                port, Map.of("X-Cybozu-Authorization", Base64.getEncoder().encodeToString(both)));
    }

    /** The calls of a browser; the cookie is empty before its first. */
    static TrainingCalls ofBrowser(int port, String cookie) {
        return new TrainingCalls(port, cookie.isEmpty() ? Map.of() : Map.of("Cookie", cookie));
    }

    /** The answer to a call that must succeed. */
    String get(String path) {
        return success("GET", path, call("GET", path, null, JSON));
    }

    /** The answer to a call that must succeed. */
    String send(String method, String path, String body) {
        return success(method, path, call(method, path, body, JSON));
    }

    private static String success(String method, String path, Answer answer) {
        if (answer.status() != 200) {
            throw new IllegalStateException(
                    method + " " + path + " answered " + answer.status() + ": " + answer.text());
        }
        return answer.text();
    }

    /** Any answer. */
    Answer call(String method, String path, @Nullable String body, String type) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(base + path).toURL().openConnection();
            connection.setInstanceFollowRedirects(false);
            connection.setRequestMethod(method);
            headers.forEach(connection::setRequestProperty);
            if (body != null) {
                send(connection, body.getBytes(StandardCharsets.UTF_8), type);
            }
            return answer(connection);
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        }
    }

    private static void send(HttpURLConnection connection, byte[] body, String type) throws IOException {
        connection.setRequestProperty("Content-Type", type);
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(body.length);
        connection.getOutputStream().write(body);
    }

    private static Answer answer(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        String set = connection.getHeaderField("Set-Cookie");
        String cookie = set == null ? "" : set.substring(0, set.indexOf(';'));
        try (InputStream body = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            String text = body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(status, text, cookie);
        }
    }

    /** What an answer holds at the pattern's group. */
    static String found(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException(pattern + " is not in " + text);
        }
        return found.group(1);
    }
}
