package org.mimamori.embedded.update;

import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.mimamori.embedded.bson.BsonReader;
import org.mimamori.embedded.bson.BsonWriter;
import org.mimamori.embedded.filter.Filter;
import org.mimamori.embedded.filter.ValueTest;

/** The document an upsert begins with: the fields its filter demands to equal something. */
public final class UpsertBase {

    private UpsertBase() {}

    public static Document of(Filter filter) {
        Document document = new Document();
        List<Filter.Field> equalities = new ArrayList<>();
        collect(filter, equalities);
        for (Filter.Field field : equalities) {
            if (field.test() instanceof ValueTest.Equal equal) {
                new Place(document, field.path().parts()).set(equal.operand());
            }
        }
        return BsonReader.read(BsonWriter.bytes(document));
    }

    private static void collect(Filter filter, List<Filter.Field> into) {
        switch (filter) {
            case Filter.And and -> and.parts().forEach(part -> collect(part, into));
            case Filter.Or or when or.parts().size() == 1 -> collect(or.parts().getFirst(), into);
            case Filter.Field field -> into.add(field);
            case Filter.Or or -> {}
            case Filter.Not not -> {}
            case Filter.Computed computed -> {}
        }
    }
}
