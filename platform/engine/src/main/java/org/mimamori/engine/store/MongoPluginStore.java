package org.mimamori.engine.store;

import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.mimamori.engine.plugin.Plugin;
import org.mimamori.engine.plugin.PluginStore;
import org.mimamori.engine.text.LocalText;

/** Plug-ins in MongoDB. */
final class MongoPluginStore implements PluginStore {

    private static final String COLLECTION = "plugins";
    private static final String AT = "at";

    private final MongoAccess mongo;

    MongoPluginStore(MongoAccess mongo) {
        this.mongo = mongo;
    }

    @Override
    public List<Plugin> all() {
        return mongo.get(
                COLLECTION,
                c -> c.find()
                        .sort(new Document(AT, Sorting.DESCENDING).append("_id", Sorting.ASCENDING))
                        .map(MongoPluginStore::read)
                        .into(new ArrayList<>()));
    }

    @Override
    public Optional<Plugin> find(String id) {
        return Optional.ofNullable(mongo.find(COLLECTION, c -> c.find(byId(id)).first()))
                .map(MongoPluginStore::read);
    }

    @Override
    public void save(Plugin plugin) {
        Document document = byId(plugin.id())
                .append("name", write(plugin.name()))
                .append("description", write(plugin.description()))
                .append("version", plugin.version())
                .append("file", plugin.file())
                .append(AT, ValueWriter.moment(plugin.installedAt()));
        mongo.run(COLLECTION, c -> c.replaceOne(byId(plugin.id()), document, new ReplaceOptions().upsert(true)));
    }

    private static Plugin read(Document document) {
        return new Plugin(
                document.getString("_id"),
                text(document.get("name", Document.class)),
                text(document.get("description", Document.class)),
                document.getString("version"),
                document.getString("file"),
                document.get(AT, Instant.class));
    }

    /** Languages come from strangers, so they stand as values and not as names of fields. */
    private static Document write(LocalText text) {
        List<Document> translations = new ArrayList<>();
        text.translations()
                .forEach((language, words) ->
                        translations.add(new Document("language", language).append("text", words)));
        return new Document("base", text.base()).append("translations", translations);
    }

    private static LocalText text(Document document) {
        Map<String, String> translations = new HashMap<>();
        document.getList("translations", Document.class)
                .forEach(one -> translations.put(one.getString("language"), one.getString("text")));
        return new LocalText(document.getString("base"), translations);
    }

    private static Document byId(String id) {
        return new Document("_id", id);
    }
}
