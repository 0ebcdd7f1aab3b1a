package org.mimamori.api.http;

import static org.assertj.core.api.Assertions.assertThat;

/** Makes spaces and guests over the wire, as an administrator does. */
final class Rooms {

    private final TestClient admin;

    Rooms(TestServer server) {
        this.admin = server.client().as("admin");
    }

    /** @param rest further properties, beginning with a comma, or nothing */
    String make(int template, String name, String members, String rest) {
        TestClient.Answer answer = admin.json(
                "POST",
                "/k/v1/template/space.json",
                "{\"id\":%d,\"name\":\"%s\",\"members\":[%s]%s}".formatted(template, name, members, rest));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("id").asString();
    }

    static String member(String type, String code, boolean admin) {
        return "{\"entity\":{\"type\":\"%s\",\"code\":\"%s\"},\"isAdmin\":%s}".formatted(type, code, admin);
    }

    static String organization(String code, boolean subs) {
        return "{\"entity\":{\"type\":\"ORGANIZATION\",\"code\":\"%s\"},\"includeSubs\":%s}".formatted(code, subs);
    }

    /** Lets somebody from outside in; the password is the address and an exclamation mark. */
    void letIn(String mail) {
        done(admin.json("POST", "/k/v1/guests.json", """
                {"guests":[{"code":"%s","name":"外部 の人","password":"%s!","timezone":"Asia/Tokyo","locale":"ja",
                 "company":"NPO"}]}""".formatted(mail, mail)));
    }

    void invite(String space, String mails) {
        done(admin.json(
                "PUT",
                "/k/guest/%s/v1/space/guests.json".formatted(space),
                "{\"id\":\"%s\",\"guests\":[%s]}".formatted(space, mails)));
    }

    static void done(TestClient.Answer answer) {
        assertThat(answer.text()).isEqualTo("{}");
        assertThat(answer.status()).isEqualTo(200);
    }
}
