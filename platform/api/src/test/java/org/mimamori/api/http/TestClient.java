package org.mimamori.api.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A program that calls the API.
 *
 * @param headers names and values in turn
 */
record TestClient(String base, List<String> headers) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    /** What came back. */
    record Answer(int status, byte[] bytes, HttpHeaders headers) {
        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        JsonNode json() {
            return JSON.readTree(bytes);
        }

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    TestClient with(String name, String value) {
        return new TestClient(
                base, Stream.concat(headers.stream(), Stream.of(name, value)).toList());
    }

    /** Signed in by password. */
    TestClient as(String user) {
        byte[] login = (user + ":" + user + "!").getBytes(StandardCharsets.UTF_8);
        return with("X-Cybozu-Authorization", Base64.getEncoder().encodeToString(login));
    }

    TestClient token(String tokens) {
        return with("X-Cybozu-API-Token", tokens);
    }

    /** In the session of the screens. */
    TestClient session(String user) {
        return with(TestServer.SESSION_USER, user).with("X-Requested-With", "XMLHttpRequest");
    }

    Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    /** A query string of names and values in turn. */
    Answer get(String path, String... parameters) {
        return get(path + "?" + query(parameters));
    }

    Answer delete(String path, String... parameters) {
        return send("DELETE", path + "?" + query(parameters), BodyPublishers.noBody());
    }

    private static String query(String... parameters) {
        return Stream.iterate(0, i -> i < parameters.length, i -> i + 2)
                .map(i -> encoded(parameters[i]) + "=" + encoded(parameters[i + 1]))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    Answer json(String method, String path, String body) {
        return with("Content-Type", "application/json").send(method, path, BodyPublishers.ofString(body));
    }

    Answer send(String method, String path, BodyPublisher body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).method(method, body);
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.body(), response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
