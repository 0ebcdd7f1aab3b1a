package org.mimamori.bench.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The app of the benchmark as one person uses it. Every answer is looked at: an empty list is quickly had. */
final class Table {

    static final String CODE = "bench_cases";

    private static final Pattern ID = Pattern.compile("\"(\\d+)\"");
    private static final Pattern TOTAL = Pattern.compile("\"totalCount\":\"(\\d+)\"");
    static final int BATCH = 100;

    private final Calls calls;
    private final String app;
    private final int records;

    /** Numbers of the loaded records by index. */
    private final AtomicReferenceArray<String> ids;

    private final AtomicInteger next;

    Table(Calls calls, String app, int records) {
        this.calls = calls;
        this.app = app;
        this.records = records;
        this.ids = new AtomicReferenceArray<>(records);
        this.next = new AtomicInteger(records);
    }

    /** The same app and records, used by somebody else. */
    Table as(Calls other) {
        Table table = new Table(other, app, records);
        for (int i = 0; i < records; i++) {
            table.ids.set(i, ids.get(i));
        }
        return table;
    }

    /** A call that adds 100 records from the index on. */
    byte[] batch(int first) {
        StringBuilder json =
                new StringBuilder(120_000).append("{\"app\":").append(app).append(",\"records\":[");
        for (int i = first; i < first + BATCH; i++) {
            json.append(i == first ? "" : ",").append(Cases.record(i));
        }
        return json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Makes the call that {@link #batch} made of the index. */
    void load(int first, byte[] batch) {
        String reply = calls.post("/k/v1/records.json", batch);
        Matcher id = ID.matcher(reply);
        for (int i = first; i < first + BATCH; i++) {
            require(id.find(), reply);
            ids.set(i, id.group(1));
        }
    }

    private String anyId(Random random) {
        int index;
        do {
            index = random.nextInt(records);
        } while (!Cases.isOpen(index));
        return ids.get(index);
    }

    void add() {
        String reply = calls.post(
                "/k/v1/record.json",
                "{\"app\":%s,\"record\":%s}".formatted(app, Cases.record(next.getAndIncrement() * 10 + 1)));
        require(reply.contains("\"id\""), reply);
    }

    void get(Random random) {
        String reply = calls.get("/k/v1/record.json?app=" + app + "&id=" + anyId(random));
        require(reply.contains("case_no") && !reply.contains("\"secret\""), reply);
    }

    /** The path that reads a loaded record. */
    String firstCall() {
        return "/k/v1/record.json?app=" + app + "&id=" + ids.get(1);
    }

    void change(Random random) {
        String reply = calls.put(
                "/k/v1/record.json",
                "{\"app\":%s,\"id\":%s,\"record\":%s}".formatted(app, anyId(random), Cases.change(random)));
        require(reply.contains("revision"), reply);
    }

    /** A list whose condition and order a view has, with the number of all that meet the condition. */
    int list(Random random) {
        String status = Cases.STATUS[random.nextInt(Cases.STATUS.length)];
        String query = "status in (\"%s\") and date >= \"%s\" order by date desc limit 100"
                .formatted(
                        status,
                        List.of("2025-10-01", "2026-01-01", "2026-04-01").get(random.nextInt(3)));
        return list(query, true, 100);
    }

    /** A page as deep as kintone's offset goes. */
    int deepPage(Random random) {
        return list("order by date desc limit 100 offset " + (9_000 + random.nextInt(1_000)), false, 100);
    }

    /** The next page after a record number, the way kintone advises to read a whole app. */
    int nextPage(Random random) {
        return list("$id > " + (records / 4 + random.nextInt(records / 2)) + " order by $id asc limit 100", false, 100);
    }

    /** A condition and an order that no view has. */
    int unplanned(Random random) {
        return list("count >= 45 and kind in (\"非行\") order by address asc limit 100", true, 100);
    }

    /** How many records there are of each status. */
    void countByStatus() {
        group("{\"groups\":[{\"code\":\"status\"}],\"aggregations\":[{\"type\":\"COUNT\"}]}", Cases.STATUS.length);
    }

    /** What the amounts of each kind come to. */
    void sumByKind() {
        group(
                "{\"groups\":[{\"code\":\"kind\"}],\"aggregations\":[{\"type\":\"SUM\",\"code\":\"amount\"}]}",
                Cases.KINDS.length);
    }

    private void group(String report, int expected) {
        String reply = calls.post("/api/apps/" + CODE + "/reports/data.json", report);
        require(count(reply, "\"query\"") == expected, reply);
    }

    int list(String query, boolean total, int expected) {
        String reply =
                calls.get("/k/v1/records.json?app=" + app + "&totalCount=" + total + "&query=" + Calls.encoded(query));
        require(!reply.contains("\"secret\""), reply);
        require(count(reply, "\"case_no\"") == expected, query + ": " + count(reply, "\"case_no\"") + " records");
        Matcher all = TOTAL.matcher(reply);
        require(all.find() == total, reply);
        return total ? Integer.parseInt(all.group(1)) : 0;
    }

    private static int count(String text, String part) {
        int count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
            count++;
        }
        return count;
    }

    private static void require(boolean holds, String reply) {
        if (!holds) {
            throw new IllegalStateException("unexpected: " + reply.substring(0, Math.min(500, reply.length())));
        }
    }
}
