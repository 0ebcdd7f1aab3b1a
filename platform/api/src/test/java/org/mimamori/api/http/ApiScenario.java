package org.mimamori.api.http;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One call and all that is expected of it.
 *
 * @param path and {@code body}: <code>{code}</code> stands for the number of the app of that code
 * @param contains what the answer must hold
 * @param lacks what the answer must not hold
 * @param changes number of entries the call leaves in the change log
 */
record ApiScenario(
        String name,
        String user,
        String method,
        String path,
        List<String> headers,
        String body,
        int status,
        List<String> contains,
        List<String> lacks,
        int changes) {

    static ApiScenario named(String name) {
        return new ApiScenario(name, "coordinator", "GET", "/", List.of(), "", 200, List.of(), List.of(), 0);
    }

    ApiScenario by(String who) {
        return new ApiScenario(name, who, method, path, headers, body, status, contains, lacks, changes);
    }

    ApiScenario get(String where) {
        return new ApiScenario(name, user, "GET", where, headers, body, status, contains, lacks, changes);
    }

    ApiScenario call(String how, String where, String json) {
        return new ApiScenario(name, user, how, where, headers, json, status, contains, lacks, changes);
    }

    ApiScenario header(String header, String value) {
        List<String> all = new ArrayList<>(headers);
        all.addAll(List.of(header, value));
        return new ApiScenario(name, user, method, path, all, body, status, contains, lacks, changes);
    }

    ApiScenario answers(int code, String... parts) {
        return new ApiScenario(name, user, method, path, headers, body, code, List.of(parts), lacks, changes);
    }

    ApiScenario without(String... parts) {
        return new ApiScenario(name, user, method, path, headers, body, status, contains, List.of(parts), changes);
    }

    ApiScenario leaving(int count) {
        return new ApiScenario(name, user, method, path, headers, body, status, contains, lacks, count);
    }

    /** Everything that must not be in any answer: the insides of the program. */
    Stream<String> neverShown() {
        return Stream.of("Exception", "java.", "org.mimamori", "<html", "MIMAMORI_01");
    }

    @Override
    public String toString() {
        return name;
    }
}
