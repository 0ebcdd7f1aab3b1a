package org.mimamori.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Work over all records of an app, as those who manage it follow it. */
class JobCallsTest {

    private static final String JOBS = "/api/apps/child_register/jobs.json";
    private static final String RECALCULATE = "/api/apps/child_register/jobs/recalculate.json";
    private static final String CANCEL = "/api/apps/child_register/jobs/cancel.json";

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private final TestClient admin = SERVER.client().as("admin");

    private JsonNode newest() {
        return admin.get(JOBS).json().path("jobs").path(0);
    }

    @Test
    void showsAJobFromItsBeginningToItsEnd() {
        String job = admin.json("POST", RECALCULATE, "{}").json().path("job").asString();

        assertThat(newest().propertyNames())
                .containsExactly("id", "kind", "state", "done", "total", "by", "createdAt", "endedAt");
        assertThat(newest().path("id").asString()).isEqualTo(job);
        assertThat(newest().path("state").asString()).isEqualTo("WAITING");
        assertThat(newest().path("by").asString()).isEqualTo("admin");

        SERVER.doJobs();

        assertThat(newest().path("state").asString()).isEqualTo("DONE");
        assertThat(newest().path("endedAt").isNull()).isFalse();
    }

    @Test
    void cancelsAJobOfTheAppAndNoOther() {
        String job = admin.json("POST", RECALCULATE, "{}").json().path("job").asString();

        assertThat(admin.json("POST", "/api/apps/att_daily/jobs/cancel.json", "{\"job\":" + job + "}")
                        .status())
                .isEqualTo(404);
        assertThat(admin.json("POST", CANCEL, "{\"job\":" + job + "}").text()).isEqualTo("{}");

        assertThat(newest().path("state").asString()).isEqualTo("CANCELLED");
        assertThat(admin.json("POST", CANCEL, "{\"job\":999999}").text()).contains("MIMAMORI_09");
        assertThat(admin.json("POST", CANCEL, "{}").text()).contains("CB_VA01", "\"job\"");
    }

    @Test
    void isForThoseWhoManageTheApp() {
        TestClient worker = SERVER.client().as("nursery01");
        TestClient visitor = SERVER.client().as("visitor");

        assertThat(worker.get(JOBS).text()).contains("CB_NO02");
        assertThat(worker.json("POST", RECALCULATE, "{}").text()).contains("CB_NO02");
        assertThat(visitor.get(JOBS).text()).contains("GAIA_AP01");
    }
}
