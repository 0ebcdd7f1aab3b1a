package org.mimamori.engine.store;

import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.mimamori.engine.change.Transactions;
import org.mimamori.engine.directory.DirectoryRegister;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.EntityType;
import org.mimamori.engine.directory.Group;
import org.mimamori.engine.directory.Organization;
import org.mimamori.engine.directory.Profile;
import org.mimamori.engine.directory.TokenEntry;
import org.mimamori.engine.directory.User;

/** The directory in MongoDB. Password hashes stand apart from the people, so that reading people never reads them. */
final class MongoDirectoryStore implements DirectoryRegister {

    static final String USERS = "users";
    static final String ORGANIZATIONS = "organizations";
    static final String GROUPS = "groups";
    static final String PASSWORDS = "passwords";
    static final String TOKENS = "tokens";

    /** Of the tokens: an app's are listed where they are administered. */
    static final List<IndexSpec> TOKEN_INDEXES = List.of(IndexSpec.plain(List.of(IndexSpec.Key.ascending("app"))));

    private static final String HASH = "hash";

    private final MongoAccess mongo;
    private final Transactions transactions;
    private final SharedVersion version;
    private final MongoProfiles profiles;
    private final CachedHashes hashes = new CachedHashes();

    MongoDirectoryStore(MongoAccess mongo, Counters counters, Transactions transactions, SharedVersion version) {
        this.mongo = mongo;
        this.transactions = transactions;
        this.version = version;
        this.profiles = new MongoProfiles(mongo, counters);
    }

    @Override
    public List<User> users() {
        return all(USERS, DirectoryCodec::user);
    }

    @Override
    public List<Organization> organizations() {
        return all(ORGANIZATIONS, DirectoryCodec::organization);
    }

    @Override
    public List<Group> groups() {
        return all(GROUPS, DirectoryCodec::group);
    }

    @Override
    public long version() {
        return version.read();
    }

    @Override
    public void saveUsers(List<User> users) {
        saveAll(USERS, users.stream().map(DirectoryCodec::write).toList());
    }

    @Override
    public void saveOrganizations(List<Organization> organizations) {
        saveAll(ORGANIZATIONS, organizations.stream().map(DirectoryCodec::write).toList());
    }

    @Override
    public void saveGroups(List<Group> groups) {
        saveAll(GROUPS, groups.stream().map(DirectoryCodec::write).toList());
    }

    /** As fresh as the copies of the directory that others hold. */
    @Override
    public Optional<String> passwordHash(String user) {
        return hashes.get(user, version.read(), this::readHash);
    }

    private Optional<String> readHash(String user) {
        return Optional.ofNullable(mongo.find(PASSWORDS, c -> c.find(byId(user)).first()))
                .map(document -> document.getString(HASH));
    }

    @Override
    public void savePasswordHash(String user, String hash) {
        savePasswordHashes(List.of(user), hash);
    }

    @Override
    public void savePasswordHashes(List<String> users, String hash) {
        saveAll(
                PASSWORDS,
                users.stream()
                        .map(user -> new Document("_id", user).append(HASH, hash))
                        .toList());
    }

    @Override
    public Optional<TokenEntry> token(String hash) {
        return Optional.ofNullable(mongo.find(TOKENS, c -> c.find(byId(hash)).first()))
                .map(DirectoryCodec::token);
    }

    @Override
    public void saveToken(TokenEntry token) {
        save(TOKENS, DirectoryCodec.write(token));
    }

    private <T> List<T> all(String collection, Function<Document, T> read) {
        return mongo.get(
                collection,
                c -> c.find().sort(byId(Sorting.ASCENDING)).map(read::apply).into(new ArrayList<>()));
    }

    private void saveAll(String collection, List<Document> documents) {
        if (documents.isEmpty()) {
            return;
        }
        changing(() -> upsert(collection, documents));
    }

    /** A change of what copies of the directory hold. */
    private void changing(Runnable write) {
        transactions.run(() -> {
            write.run();
            return version.raise();
        });
        MongoTransactions.afterwards(version::forget);
    }

    @Override
    public List<User> users(Collection<String> codes) {
        return mongo.get(
                USERS, c -> c.find(byId(in(codes))).map(DirectoryCodec::user).into(new ArrayList<>()));
    }

    @Override
    public void deleteUsers(Collection<String> codes) {
        changing(() -> {
            delete(USERS, codes);
            delete(PASSWORDS, codes);
            profiles.delete(EntityType.USER, codes);
            // Whoever gets the code next has agreed to nothing.
            Document theirs = new Document(MongoOAuthStore.USER, in(codes));
            mongo.run(MongoOAuthStore.CODES, c -> c.deleteMany(theirs));
            mongo.run(MongoOAuthStore.TOKENS, c -> c.deleteMany(theirs));
        });
    }

    @Override
    public void deleteOrganizations(Collection<String> codes) {
        changing(() -> {
            delete(ORGANIZATIONS, codes);
            profiles.delete(EntityType.ORGANIZATION, codes);
        });
    }

    @Override
    public void deleteGroups(Collection<String> codes) {
        changing(() -> {
            delete(GROUPS, codes);
            profiles.delete(EntityType.GROUP, codes);
        });
    }

    @Override
    public Map<EntityRef, Profile> profiles(Collection<EntityRef> entities, Instant now) {
        return profiles.of(entities, now);
    }

    @Override
    public void saveProfiles(Collection<Profile> saved) {
        profiles.save(saved);
    }

    @Override
    public List<TokenEntry> tokens(long app) {
        return mongo.get(
                TOKENS,
                c -> c.find(new Document("app", app)).map(DirectoryCodec::token).into(new ArrayList<>()));
    }

    @Override
    public void deleteToken(String hash) {
        delete(TOKENS, List.of(hash));
    }

    private void delete(String collection, Collection<String> ids) {
        mongo.run(collection, c -> c.deleteMany(byId(in(ids))));
    }

    private static Document in(Collection<String> ids) {
        return new Document("$in", List.copyOf(ids));
    }

    private void upsert(String collection, List<Document> documents) {
        List<ReplaceOneModel<Document>> writes = documents.stream()
                .map(document -> new ReplaceOneModel<>(
                        byId(document.getString("_id")), document, new ReplaceOptions().upsert(true)))
                .toList();
        if (!writes.isEmpty()) {
            mongo.run(collection, c -> c.bulkWrite(writes));
        }
    }

    private void save(String collection, Document document) {
        mongo.run(
                collection,
                c -> c.replaceOne(byId(document.getString("_id")), document, new ReplaceOptions().upsert(true)));
    }

    private static Document byId(Object id) {
        return new Document("_id", id);
    }
}
