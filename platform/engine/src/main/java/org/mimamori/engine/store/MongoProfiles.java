package org.mimamori.engine.store;

import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.EntityType;
import org.mimamori.engine.directory.Profile;

/** Profiles in MongoDB: one document per user, organisation or group, made when it is first asked for. */
final class MongoProfiles {

    static final String COLLECTION = "profiles";

    private static final String NUMBER = "n";
    private static final String CREATED = "created";
    private static final String MODIFIED = "modified";
    private static final String DETAILS = "d";

    private final MongoAccess mongo;
    private final Counters counters;

    MongoProfiles(MongoAccess mongo, Counters counters) {
        this.mongo = mongo;
        this.counters = counters;
    }

    Map<EntityRef, Profile> of(Collection<EntityRef> entities, Instant now) {
        Map<EntityRef, Profile> found = find(entities);
        List<EntityRef> missing = entities.stream()
                .filter(ref -> !found.containsKey(ref))
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            make(missing, now);
            found.putAll(find(missing));
        }
        return found;
    }

    private Map<EntityRef, Profile> find(Collection<EntityRef> entities) {
        Map<EntityRef, Profile> found = new HashMap<>();
        List<String> ids = entities.stream().map(EntityCodes::write).toList();
        mongo.run(
                COLLECTION,
                c -> c.find(new Document("_id", new Document("$in", ids))).forEach(document -> {
                    Profile profile = read(document);
                    found.put(profile.entity(), profile);
                }));
        return found;
    }

    /** Two that make the same one at once end with one: the first. */
    private void make(List<EntityRef> missing, Instant now) {
        long number = counters.take(COLLECTION, missing.size());
        List<UpdateOneModel<Document>> writes = new ArrayList<>();
        for (EntityRef ref : missing) {
            Document fresh = write(new Profile(ref, number++, now, now, Map.of()));
            fresh.remove("_id");
            writes.add(new UpdateOneModel<>(
                    id(ref), new Document("$setOnInsert", fresh), new UpdateOptions().upsert(true)));
        }
        mongo.run(COLLECTION, c -> c.bulkWrite(writes));
    }

    void save(Collection<Profile> profiles) {
        List<ReplaceOneModel<Document>> writes = profiles.stream()
                .map(profile ->
                        new ReplaceOneModel<>(id(profile.entity()), write(profile), new ReplaceOptions().upsert(true)))
                .toList();
        if (!writes.isEmpty()) {
            mongo.run(COLLECTION, c -> c.bulkWrite(writes));
        }
    }

    void delete(EntityType type, Collection<String> codes) {
        List<String> ids = codes.stream()
                .map(code -> EntityCodes.write(new EntityRef(type, code)))
                .toList();
        mongo.run(COLLECTION, c -> c.deleteMany(new Document("_id", new Document("$in", ids))));
    }

    private static Document id(EntityRef ref) {
        return new Document("_id", EntityCodes.write(ref));
    }

    private static Document write(Profile profile) {
        return id(profile.entity())
                .append(NUMBER, profile.number())
                .append(CREATED, ValueWriter.moment(profile.createdAt()))
                .append(MODIFIED, ValueWriter.moment(profile.modifiedAt()))
                .append(DETAILS, new Document(new TreeMap<>(profile.details())));
    }

    private static Profile read(Document document) {
        Map<String, String> details = new HashMap<>();
        document.get(DETAILS, Document.class).forEach((name, text) -> details.put(name, (String) text));
        return new Profile(
                EntityCodes.read(document.getString("_id")),
                document.getLong(NUMBER),
                document.get(CREATED, Instant.class),
                document.get(MODIFIED, Instant.class),
                details);
    }
}
