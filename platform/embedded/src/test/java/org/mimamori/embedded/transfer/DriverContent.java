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

/** Any MongoDB behind a driver, as one end of a move. */
record DriverContent(MongoClient client, String database) implements Archive.Source, Archive.Target {

    private MongoCollection<RawBsonDocument> raw(String namespace) {
        return collection(namespace).withDocumentClass(RawBsonDocument.class);
    }

    private MongoCollection<Document> collection(String namespace) {
        MongoDatabase home = client.getDatabase(namespace.substring(0, namespace.indexOf('.')));
        return home.getCollection(namespace.substring(namespace.indexOf('.') + 1));
    }

    @Override
    public List<String> namespaces() {
        return client.getDatabase(database)
                .listCollectionNames()
                .map(name -> database + "." + name)
                .into(new ArrayList<>());
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
    public void create(String namespace) {
        client.getDatabase(database)
                .createCollection(collection(namespace).getNamespace().getCollectionName());
    }

    @Override
    public void insert(String namespace, List<BsonDocument> documents) {
        collection(namespace).withDocumentClass(BsonDocument.class).insertMany(documents);
    }

    @Override
    public void createIndex(String namespace, Document index) {
        client.getDatabase(database)
                .runCommand(new Document(
                                "createIndexes",
                                collection(namespace).getNamespace().getCollectionName())
                        .append("indexes", List.of(index)));
    }
}
