package org.mimamori.embedded.store;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.embedded.bson.Missing;
import org.mimamori.embedded.expression.ExpressionPath;

/** A write that would put a second record under one key of a unique index. */
public final class DuplicateKey extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Document keyPattern;
    private final transient Document keyValue;
    private final String index;

    DuplicateKey(IndexDefinition definition, Document document) {
        super("duplicate key in index " + definition.name());
        this.index = definition.name();
        this.keyPattern = definition.keyPattern();
        this.keyValue = new Document();
        definition.parts().forEach(part -> keyValue.append(part.path(), valueAt(document, part.path())));
    }

    DuplicateKey(@Nullable Object id) {
        super("duplicate _id");
        this.index = "_id_";
        this.keyPattern = new Document("_id", 1);
        this.keyValue = new Document("_id", id);
    }

    private static @Nullable Object valueAt(Document document, String path) {
        Object value = ExpressionPath.get(document, path);
        return value == Missing.MISSING ? null : value;
    }

    public Document keyPattern() {
        return keyPattern;
    }

    public Document keyValue() {
        return keyValue;
    }

    /** MongoDB's words for it. */
    public String message(String namespace) {
        return "E11000 duplicate key error collection: " + namespace + " index: " + index + " dup key: " + keyValue;
    }
}
