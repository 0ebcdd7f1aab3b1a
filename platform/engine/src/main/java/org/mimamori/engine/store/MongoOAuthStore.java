package org.mimamori.engine.store;

import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.mimamori.engine.oauth.CodeGrant;
import org.mimamori.engine.oauth.OAuthClient;
import org.mimamori.engine.oauth.OAuthStore;
import org.mimamori.engine.oauth.Scope;
import org.mimamori.engine.oauth.TokenGrant;
import org.mimamori.engine.store.IndexSpec.Key;

/** Programs and grants in MongoDB. */
final class MongoOAuthStore implements OAuthStore {

    static final String CLIENTS = "oauthClients";
    static final String CODES = "oauthCodes";
    static final String TOKENS = "oauthTokens";

    static final String USER = "user";

    private static final String ACCESS = "access";
    private static final String CODE = "code";
    private static final String CLIENT = "client";
    private static final String UNTIL = "until";

    static final List<IndexSpec> CODE_INDEXES = List.of(IndexSpec.plain(List.of(Key.ascending(UNTIL))));
    static final List<IndexSpec> TOKEN_INDEXES = List.of(
            IndexSpec.unique(ACCESS),
            IndexSpec.plain(List.of(Key.ascending(CODE))),
            IndexSpec.plain(List.of(Key.ascending(CLIENT))),
            IndexSpec.plain(List.of(Key.ascending(USER))));

    private final MongoAccess mongo;

    MongoOAuthStore(MongoAccess mongo) {
        this.mongo = mongo;
    }

    @Override
    public List<OAuthClient> clients() {
        return mongo.get(
                CLIENTS,
                c -> c.find()
                        .sort(new Document("name", Sorting.ASCENDING).append("_id", Sorting.ASCENDING))
                        .map(MongoOAuthStore::client)
                        .into(new ArrayList<>()));
    }

    @Override
    public Optional<OAuthClient> client(String id) {
        return one(CLIENTS, byId(id), MongoOAuthStore::client);
    }

    @Override
    public void saveClient(OAuthClient client) {
        replace(
                CLIENTS,
                client.id(),
                byId(client.id())
                        .append("name", client.name())
                        .append("secret", client.secretHash())
                        .append("uris", client.redirectUris()));
    }

    private static OAuthClient client(Document document) {
        return new OAuthClient(
                document.getString("_id"),
                document.getString("name"),
                document.getString("secret"),
                document.getList("uris", String.class));
    }

    @Override
    public void deleteClient(String id) {
        mongo.run(CLIENTS, c -> c.deleteOne(byId(id)));
        mongo.run(CODES, c -> c.deleteMany(new Document(CLIENT, id)));
        mongo.run(TOKENS, c -> c.deleteMany(new Document(CLIENT, id)));
    }

    @Override
    public void saveCode(CodeGrant code, Instant now) {
        mongo.run(CODES, c -> c.deleteMany(new Document(UNTIL, new Document("$lt", now))));
        replace(
                CODES,
                code.hash(),
                byId(code.hash())
                        .append(CLIENT, code.client())
                        .append(USER, code.user())
                        .append("scopes", names(code.scopes()))
                        .append("uri", code.redirectUri())
                        .append("challenge", code.challenge())
                        .append(UNTIL, ValueWriter.moment(code.expiresAt())));
    }

    @Override
    public Optional<CodeGrant> takeCode(String hash) {
        return Optional.ofNullable(mongo.find(CODES, c -> c.findOneAndDelete(byId(hash))))
                .map(document -> new CodeGrant(
                        hash,
                        document.getString(CLIENT),
                        document.getString(USER),
                        scopes(document),
                        document.getString("uri"),
                        document.getString("challenge"),
                        document.get(UNTIL, Instant.class)));
    }

    @Override
    public void saveToken(TokenGrant token) {
        replace(
                TOKENS,
                token.refreshHash(),
                byId(token.refreshHash())
                        .append(CODE, token.codeHash())
                        .append(CLIENT, token.client())
                        .append(USER, token.user())
                        .append("scopes", names(token.scopes()))
                        .append(ACCESS, token.accessHash())
                        .append(UNTIL, ValueWriter.moment(token.accessExpiresAt())));
    }

    @Override
    public Optional<TokenGrant> byAccess(String hash) {
        return one(TOKENS, new Document(ACCESS, hash), MongoOAuthStore::token);
    }

    @Override
    public Optional<TokenGrant> byRefresh(String hash) {
        return one(TOKENS, byId(hash), MongoOAuthStore::token);
    }

    @Override
    public void deleteTokensOf(String codeHash) {
        mongo.run(TOKENS, c -> c.deleteMany(new Document(CODE, codeHash)));
    }

    private static TokenGrant token(Document document) {
        return new TokenGrant(
                document.getString("_id"),
                document.getString(CODE),
                document.getString(CLIENT),
                document.getString(USER),
                scopes(document),
                document.getString(ACCESS),
                document.get(UNTIL, Instant.class));
    }

    private static List<String> names(Set<Scope> scopes) {
        return scopes.stream().map(Enum::name).sorted().toList();
    }

    private static Set<Scope> scopes(Document document) {
        return document.getList("scopes", String.class).stream()
                .map(Scope::valueOf)
                .collect(Collectors.toSet());
    }

    private <T> Optional<T> one(String collection, Document condition, Function<Document, T> read) {
        return Optional.ofNullable(mongo.find(collection, c -> c.find(condition).first()))
                .map(read);
    }

    private void replace(String collection, String id, Document document) {
        mongo.run(collection, c -> c.replaceOne(byId(id), document, new ReplaceOptions().upsert(true)));
    }

    private static Document byId(String id) {
        return new Document("_id", id);
    }
}
