package org.mimamori.api.auth;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.mimamori.engine.oauth.Scope;

/**
 * Which scope each call needs; a call that is not named here cannot be made with OAuth. Source: kintone's list of
 * scopes.
 */
final class CallScopes {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private static final Pattern RECORDS = Pattern.compile("/k/v1/(records?(/.*)?|bulkRequest)\\.json");
    private static final Pattern CURSOR = Pattern.compile("/k/v1/records/cursor\\.json");
    private static final Pattern FILE = Pattern.compile("/k/v1/file\\.json");
    private static final Pattern APP =
            Pattern.compile("/k/v1/(preview/)?(apps?|app/.*|form|record/acl|field/acl)\\.json");

    private CallScopes() {}

    /** Reading and writing of one kind of thing. */
    private record Pair(Scope read, Scope write) {}

    private static final Map<Pattern, Pair> KINDS = Map.of(
            RECORDS, new Pair(Scope.APP_RECORD_READ, Scope.APP_RECORD_WRITE),
            FILE, new Pair(Scope.FILE_READ, Scope.FILE_WRITE));

    private static final Pair SETTINGS = new Pair(Scope.APP_SETTINGS_READ, Scope.APP_SETTINGS_WRITE);

    /** The scope, or nothing when the call cannot be made with OAuth. The path is without its guest space. */
    static Optional<Scope> of(String method, String path) {
        if (CURSOR.matcher(path).matches()) {
            return Optional.of(Scope.APP_RECORD_READ);
        }
        if (APP.matcher(path).matches()) {
            return Optional.of(chosen(SETTINGS, method));
        }
        return KINDS.entrySet().stream()
                .filter(kind -> kind.getKey().matcher(path).matches())
                .map(kind -> chosen(kind.getValue(), method))
                .findFirst();
    }

    private static Scope chosen(Pair pair, String method) {
        return READING.contains(method) ? pair.read() : pair.write();
    }
}
