package org.mimamori.engine.query;

import java.util.Optional;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;

/**
 * The fields a query may mention. Hidden fields are absent from it, so that hidden and unknown give the same answer
 * everywhere: in filters, orders, groups, lookups and search.
 */
public interface QueryScope {

    /** The field of that code, at the top level or inside a table. */
    Optional<Field> field(FieldCode code);

    /** The table the field stands in. */
    Optional<FieldCode> tableOf(FieldCode code);

    /** The app's code, which record numbers may carry in front ({@code CODE-12}); empty when the app has none. */
    default String appCode() {
        return "";
    }

    /** The other side of a related-records field, for tests such as {@code visits.result in ("home")}. */
    default Optional<RelatedScope> related(FieldCode relatedRecords) {
        return Optional.empty();
    }
}
