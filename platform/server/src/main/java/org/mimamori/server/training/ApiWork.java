package org.mimamori.server.training;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What programs do: an app from a definition, records in batches and one by one, lists, figures, comments, files. */
final class ApiWork {

    static final String PASSWORD = "training-only";
    static final String PERSON = "staff01";

    private static final Pattern APP = Pattern.compile("\"app\":\"(\\d+)\"");
    private static final Pattern ID = Pattern.compile("\"(\\d+)\"");
    private static final Pattern FILE = Pattern.compile("\"fileKey\":\"([^\"]+)\"");
    private static final int BATCH = 100;

    /** Of each kind of call; a slow machine does what it can in that time. */
    private static final Duration AT_MOST = Duration.ofSeconds(3);

    private final TrainingCalls admin;
    private final TrainingCalls staff;
    private final List<String> ids = new ArrayList<>();
    private String app = "";
    private final long end;
    private int next;

    /** @param end when everything is to be done, as {@link System#nanoTime} has it; each kind of call is made once */
    ApiWork(int port, long end) {
        this.end = end;
        this.admin = TrainingCalls.of(port, "admin", PASSWORD);
        this.staff = TrainingCalls.of(port, PERSON, PASSWORD);
    }

    /** Does it all, and gives the path of a record's page. */
    String run() throws IOException {
        app = install();
        times(5, i -> addMany());
        times(300, i -> add());
        times(600, i -> one(i));
        times(300, i -> change(i));
        times(150, i -> list("status in (\"支援\") and date >= \"2026-01-1%d\" order by date desc limit 100", i));
        times(20, i -> list("count >= %d and tags in (\"A\") order by name asc limit 100", i));
        times(20, i -> list("$id > %d and name like \"見本\" order by $id asc limit 100", i));
        times(20, i -> figures());
        times(40, i -> comment(i));
        times(5, i -> settings());
        attach();
        refuse();
        return "apps/training/" + ids.getFirst();
    }

    int records() {
        return ids.size();
    }

    private void times(int most, IntConsumer work) {
        long until = Math.min(end, System.nanoTime() + AT_MOST.toNanos());
        for (int i = 0; i < most && (i == 0 || System.nanoTime() < until); i++) {
            work.accept(i);
        }
    }

    private String install() throws IOException {
        try (InputStream definition = Training.resource("app.json")) {
            String text = new String(definition.readAllBytes(), StandardCharsets.UTF_8);
            return TrainingCalls.found(APP, admin.send("POST", "/api/apps", text));
        }
    }

    private void addMany() {
        StringBuilder records = new StringBuilder();
        for (int i = 0; i < BATCH; i++) {
            records.append(i == 0 ? "" : ",").append(Sample.record(next++));
        }
        Matcher found = ID.matcher(
                staff.send("POST", "/k/v1/records.json", "{\"app\":%s,\"records\":[%s]}".formatted(app, records)));
        for (int i = 0; i < BATCH && found.find(); i++) {
            ids.add(found.group(1));
        }
    }

    private void add() {
        ids.add(TrainingCalls.found(
                ID,
                staff.send(
                        "POST",
                        "/k/v1/record.json",
                        "{\"app\":%s,\"record\":%s}".formatted(app, Sample.record(next++)))));
    }

    private void one(int i) {
        staff.get("/k/v1/record.json?app=" + app + "&id=" + id(i));
    }

    private void change(int i) {
        staff.send("PUT", "/k/v1/record.json", Sample.CHANGE.formatted(app, id(i), i % 2 == 0 ? "支援" : "終結", i));
    }

    private String id(int i) {
        return ids.get(i * 7 % ids.size());
    }

    private void list(String query, int i) {
        String encoded = URLEncoder.encode(query.formatted(i % 10), StandardCharsets.UTF_8);
        staff.get("/k/v1/records.json?app=" + app + "&totalCount=true&query=" + encoded);
    }

    private void figures() {
        staff.send("POST", "/api/apps/training/reports/data.json", Sample.COUNTS);
        staff.send("POST", "/api/apps/training/reports/data.json", Sample.SUMS);
    }

    private void comment(int i) {
        staff.send("POST", "/k/v1/record/comment.json", Sample.COMMENT.formatted(app, id(i)));
        staff.get("/k/v1/record/comments.json?app=" + app + "&record=" + id(i));
    }

    private void settings() {
        staff.get("/k/v1/apps.json?limit=10");
        for (String part : List.of("form/fields", "form/layout", "views", "settings")) {
            staff.get("/k/v1/app/" + part + ".json?app=" + app);
        }
    }

    private void attach() {
        TrainingCalls.Answer kept =
                staff.call("POST", "/k/v1/file.json", Sample.UPLOAD, "multipart/form-data; boundary=" + Sample.EDGE);
        String key = TrainingCalls.found(FILE, kept.text());
        staff.send("PUT", "/k/v1/record.json", Sample.ATTACHMENT.formatted(app, id(1), key));
        String record = staff.get("/k/v1/record.json?app=" + app + "&id=" + id(1));
        staff.get("/k/v1/file.json?fileKey=" + TrainingCalls.found(FILE, record));
    }

    /** A refusal explains itself, which takes words and classes of its own. */
    private void refuse() {
        TrainingCalls.Answer answer = staff.call(
                "POST", "/k/v1/record.json", "{\"app\":%s,\"record\":{}}".formatted(app), TrainingCalls.JSON);
        if (answer.status() != 400) {
            throw new IllegalStateException("a record without its required fields was not refused: " + answer);
        }
        staff.call(
                "DELETE",
                "/k/v1/records.json?app=" + app + "&ids%5B0%5D=" + ids.removeLast(),
                null,
                TrainingCalls.JSON);
    }
}
