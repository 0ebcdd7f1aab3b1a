package org.mimamori.embedded.command;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.mimamori.embedded.bson.BsonBytes;

/** The commands by which a driver gets to know the server, and ends its sessions. */
final class ServerCommands {

    /** The version of MongoDB whose behaviour this store follows, as far as it goes. */
    private static final String VERSION = "6.0.0";

    private static final int WIRE_VERSION = 17;

    private final Clock clock;
    private final Transactions transactions;

    ServerCommands(Clock clock, Transactions transactions) {
        this.clock = clock;
        this.transactions = transactions;
    }

    void addTo(Map<String, Command> commands) {
        commands.put("hello", (request, access) -> hello());
        commands.put("isMaster", (request, access) -> hello().append("ismaster", true));
        commands.put("ismaster", (request, access) -> hello().append("ismaster", true));
        commands.put("ping", (request, access) -> Replies.ok());
        commands.put("buildInfo", (request, access) -> buildInfo());
        commands.put("buildinfo", (request, access) -> buildInfo());
        commands.put("connectionStatus", (request, access) -> connectionStatus());
        commands.put("startSession", (request, access) -> Replies.ok());
        commands.put("refreshSessions", (request, access) -> Replies.ok());
        commands.put("endSessions", this::endSessions);
        commands.put("killSessions", this::endSessions);
        commands.put("serverStatus", (request, access) -> serverStatus());
    }

    private Document hello() {
        return new Document("helloOk", true)
                .append("isWritablePrimary", true)
                .append("maxBsonObjectSize", BsonBytes.MAX_SIZE)
                .append("maxMessageSizeBytes", 48_000_000)
                .append("maxWriteBatchSize", 100_000)
                .append("localTime", Instant.ofEpochMilli(clock.millis()))
                .append("logicalSessionTimeoutMinutes", 30)
                .append("minWireVersion", 0)
                .append("maxWireVersion", WIRE_VERSION)
                .append("readOnly", false)
                .append("ok", 1.0);
    }

    private static Document buildInfo() {
        return new Document("version", VERSION)
                .append("versionArray", List.of(6, 0, 0, 0))
                .append("gitVersion", "mimamori-embedded")
                .append("modules", List.of("mimamori-embedded"))
                .append("bits", 64)
                .append("maxBsonObjectSize", BsonBytes.MAX_SIZE)
                .append("ok", 1.0);
    }

    private static Document connectionStatus() {
        Document info = new Document("authenticatedUsers", List.of()).append("authenticatedUserRoles", List.of());
        return new Document("authInfo", info).append("ok", 1.0);
    }

    private Document serverStatus() {
        return new Document("version", VERSION)
                .append("process", "mimamori-embedded")
                .append("localTime", Instant.ofEpochMilli(clock.millis()))
                .append("ok", 1.0);
    }

    private Document endSessions(Request request, Access access) {
        transactions.endSessions(request.documents(request.name()));
        return Replies.ok();
    }
}
