package org.mimamori.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Several calls in one transaction. */
class BulkRequestTest {

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private static final String BULK = "/k/v1/bulkRequest.json";

    private final TestClient coordinator = SERVER.client().as("coordinator");
    private final long register = SERVER.app("child_register");
    private final long attendance = SERVER.app("att_daily");

    @Test
    void writesToSeveralAppsAtOnce() {
        JsonNode results = coordinator
                .json("POST", BULK, """
                {"requests":[
                 {"method":"POST","api":"/k/v1/record.json","payload":{"app":%1$d,"record":{"児童番号":{"value":"B-1"},"児童氏名":{"value":"青木"}}}},
                 {"api":"/k/v1/records.json","payload":{"records":[{"児童氏名":{"value":"青木"}},{"児童氏名":{"value":"石井"}}],"app":"%2$d"},"method":"POST"},
                 {"method":"PUT","api":"/k/v1/records.json","payload":{"app":%1$d,"upsert":true,"records":[{"updateKey":{"field":"児童番号","value":"B-1"},"record":{"学年":{"value":"1"}}}]}}]}
                """.formatted(register, attendance))
                .json()
                .path("results");

        assertThat(results.size()).as(results.toString()).isEqualTo(3);
        assertThat(results.at("/0/revision").asString()).isEqualTo("1");
        assertThat(results.at("/1/ids").size()).isEqualTo(2);
        assertThat(results.at("/2/records/0/operation").asString()).isEqualTo("UPDATE");
        assertThat(results.at("/2/records/0/revision").asString()).isEqualTo("2");
    }

    @Test
    void leavesNothingBehindWhenOneCallFailsAndSaysWhich() {
        String before = count();

        TestClient.Answer answer = coordinator.json("POST", BULK, """
                {"requests":[
                 {"method":"POST","api":"/k/v1/record.json","payload":{"app":%2$d,"record":{"児童氏名":{"value":"消える子"}}}},
                 {"method":"POST","api":"/k/v1/records.json","payload":{"app":%1$d,"records":[{"児童番号":{"value":"B-2"},"児童氏名":{"value":"青木"}},{"関わり":{"value":[]}}]}},
                 {"method":"DELETE","api":"/k/v1/records.json","payload":{"app":%2$d,"ids":[1]}}]}
                """.formatted(register, attendance));

        assertThat(answer.status()).isEqualTo(400);
        JsonNode results = answer.json().path("results");
        assertThat(answer.json().propertyNames()).containsExactly("results");
        assertThat(results.at("/0").toString()).isEqualTo("{}");
        assertThat(results.at("/1/code").asString()).isEqualTo("CB_VA01");
        assertThat(results.at("/1/errors").propertyNames()).contains("records[1].児童番号.value");
        assertThat(results.at("/2").toString()).isEqualTo("{}");
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void answersWithTheStatusOfTheFailingCall() {
        TestClient.Answer conflict = coordinator.json("POST", BULK, """
                {"requests":[{"method":"PUT","api":"/k/v1/record.json","payload":{"app":%d,"id":999,"record":{}}}]}
                """.formatted(register));

        assertThat(conflict.status()).isEqualTo(404);
        assertThat(conflict.json().at("/results/0/code").asString()).isEqualTo("GAIA_RE01");
    }

    @Test
    void refusesMoreThanTwentyCallsAndThoseItDoesNotKnow() {
        String one =
                "{\"method\":\"POST\",\"api\":\"/k/v1/record.json\",\"payload\":{\"app\":%d}}".formatted(attendance);
        String many = "{\"requests\":[" + (one + ",").repeat(20) + one + "]}";
        assertThat(coordinator.json("POST", BULK, many).json().at("/errors").propertyNames())
                .containsExactly("requests");

        TestClient.Answer reading = coordinator.json(
                "POST", BULK, "{\"requests\":[{\"method\":\"GET\",\"api\":\"/k/v1/records.json\",\"payload\":{}}]}");
        assertThat(reading.status()).isEqualTo(400);
        assertThat(reading.json().path("errors").propertyNames()).containsExactly("requests[0].api");

        TestClient.Answer guest = coordinator.json(
                "POST",
                BULK,
                "{\"requests\":[{\"method\":\"POST\",\"api\":\"/k/guest/1/v1/record.json\",\"payload\":{}}]}");
        assertThat(guest.json().path("code").asString()).isEqualTo("CB_NO02");
    }

    private String count() {
        return coordinator
                .get("/k/v1/records.json", "app", Long.toString(attendance), "totalCount", "true")
                .json()
                .path("totalCount")
                .asString();
    }
}
