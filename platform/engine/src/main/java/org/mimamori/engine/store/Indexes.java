package org.mimamori.engine.store;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;

/** Makes the indexes of a collection what they are planned to be. */
final class Indexes {

    private static final String OF_ID = "_id_";

    private final MongoAccess mongo;

    Indexes(MongoAccess mongo) {
        this.mongo = mongo;
    }

    /** Makes those that are missing, and with the first one the collection. */
    void create(String collection, List<IndexSpec> specs) {
        List<Document> present = present(collection);
        List<IndexSpec> missing = missing(present, specs);
        if (!missing.isEmpty()) {
            dropInTheWay(collection, present, missing);
            mongo.run(
                    collection,
                    c -> c.createIndexes(missing.stream().map(Indexes::model).toList()));
        }
    }

    /** Those that are not there, in order. */
    List<IndexSpec> missing(String collection, List<IndexSpec> specs) {
        return missing(present(collection), specs);
    }

    private static List<IndexSpec> missing(List<Document> present, List<IndexSpec> specs) {
        Set<String> names = present.stream().map(Indexes::name).collect(Collectors.toSet());
        return specs.stream().filter(spec -> !names.contains(spec.name())).toList();
    }

    /** Two indexes with the same keys, one unique and one not, are more than some databases take. */
    private void dropInTheWay(String collection, List<Document> present, List<IndexSpec> missing) {
        Set<Document> keys = missing.stream().map(IndexSpec::document).collect(Collectors.toSet());
        present.stream()
                .filter(index -> keys.contains(index.get("key", Document.class)))
                .forEach(index -> mongo.run(collection, c -> c.dropIndex(name(index))));
    }

    /** Drops those that nobody plans any more. */
    void dropOthers(String collection, List<IndexSpec> specs) {
        Set<String> planned = specs.stream().map(IndexSpec::name).collect(Collectors.toSet());
        planned.add(OF_ID);
        for (String name : names(collection)) {
            if (!planned.contains(name)) {
                mongo.run(collection, c -> c.dropIndex(name));
            }
        }
    }

    Set<String> names(String collection) {
        return present(collection).stream().map(Indexes::name).collect(Collectors.toSet());
    }

    private List<Document> present(String collection) {
        return mongo.get(collection, c -> c.listIndexes().into(new ArrayList<>()));
    }

    private static String name(Document index) {
        return index.getString("name");
    }

    private static IndexModel model(IndexSpec spec) {
        IndexOptions options = new IndexOptions().name(spec.name());
        if (spec.kind() == IndexSpec.Kind.UNIQUE) {
            options.unique(true).sparse(true);
        }
        return new IndexModel(spec.document(), options);
    }
}
