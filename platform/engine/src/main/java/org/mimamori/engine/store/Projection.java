package org.mimamori.engine.store;

import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.FieldCode;

/** What of a record is fetched: never what is only kept to search and order by. */
final class Projection {

    private static final Integer IN = 1;
    private static final Integer OUT = 0;

    private Projection() {}

    /** @param wanted fields wanted, or null for all */
    static Document of(RecordLayout layout, @Nullable Set<FieldCode> wanted) {
        return wanted == null ? whole(layout) : parts(layout, wanted);
    }

    private static Document whole(RecordLayout layout) {
        Document projection = new Document(RecordLayout.FOLDED, OUT)
                .append(RecordLayout.ORDER, OUT)
                .append(RecordLayout.SPACES, OUT)
                .append(RecordLayout.KEYS, OUT)
                .append(RecordLayout.GRAMS, OUT);
        layout.tables().forEach(table -> {
            String rows = table.path() + ".";
            projection.append(rows + RecordLayout.FOLDED, OUT).append(rows + RecordLayout.SPACES, OUT);
        });
        return projection;
    }

    private static Document parts(RecordLayout layout, Set<FieldCode> wanted) {
        Document projection = new Document(RecordLayout.REVISION, IN)
                .append(RecordLayout.CREATED, IN)
                .append(RecordLayout.UPDATED, IN);
        for (StoredField field : layout.fields()) {
            if (wanted.contains(field.code())) {
                projection.append(field.path(), IN);
            }
        }
        return projection;
    }
}
