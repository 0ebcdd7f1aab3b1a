package org.mimamori.embedded.transfer;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.RawBsonDocument;

/**
 * One database of any MongoDB behind a driver, as one end of a move. Whoever uses it has {@code mongodb-driver-sync} on
 * the class path; nothing else here needs it. What is read is not one moment: nobody should write meanwhile.
 *
 * @param database where everything comes from and goes to, whatever the archive calls it
 */
public record DriverContent(MongoClient client, String database) implements Archive.Source, Archive.Target {

    private MongoCollection<RawBsonDocument> raw(String namespace) {
        return collection(namespace).withDocumentClass(RawBsonDocument.class);
    }

    private MongoCollection<Document> collection(String namespace) {
        return home().getCollection(name(namespace));
    }

    private MongoDatabase home() {
        return client.getDatabase(database);
    }

    private static String name(String namespace) {
        return namespace.substring(namespace.indexOf('.') + 1);
    }

    @Override
    public List<String> namespaces() {
        return home().listCollectionNames().map(name -> database + "." + name).into(new ArrayList<>()).stream()
                .filter(name -> !name.startsWith(database + ".system."))
                .sorted()
                .toList();
    }

    @Override
    public List<Document> indexes(String namespace) {
        List<Document> all = collection(namespace).listIndexes().into(new ArrayList<>());
        all.removeIf(index -> "_id_".equals(index.getString("name")));
        return all;
    }

    @Override
    public Iterator<byte[]> documents(String namespace) {
        return raw(namespace)
                .find()
                .sort(new Document("_id", 1))
                .map(Archive::bytes)
                .iterator();
    }

    @Override
    public boolean isEmpty(String namespace) {
        return collection(namespace).find().first() == null;
    }

    @Override
    public void create(String namespace) {
        String name = name(namespace);
        if (!home().listCollectionNames().into(new ArrayList<>()).contains(name)) {
            home().createCollection(name);
        }
    }

    @Override
    public void insert(String namespace, List<BsonDocument> documents) {
        collection(namespace).withDocumentClass(BsonDocument.class).insertMany(documents);
    }

    @Override
    public void createIndex(String namespace, Document index) {
        home().runCommand(new Document("createIndexes", name(namespace)).append("indexes", List.of(index)));
    }
}
