package org.mimamori.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** The gates in front of OAuth and the User API, in the product as it is shipped. */
class OAuthIT extends ConformanceServer {

    private final HttpClient http = HttpClient.newHttpClient();

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void sendsAPersonWhoIsNotSignedInToTheSignInPageFirst() throws Exception {
        HttpResponse<String> answer = send(
                HttpRequest.newBuilder(URI.create(baseUrl() + "/oauth2/authorization?client_id=x&response_type=code")));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/login");
    }

    @Test
    void letsProgramsComeToTheTokenEndpointWithoutASession() throws Exception {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(baseUrl() + "/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=authorization_code&code=x&client_id=x&client_secret=x")));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("{\"error\":\"invalid_client\"}");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void guardsTheUserApi() throws Exception {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(baseUrl() + "/v1/users.json")));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("CB_AU01");
    }
}
