package org.mimamori.engine.query;

import java.util.List;
import org.mimamori.engine.field.Value;

/**
 * The other app of a related-records field, as one reader sees it. A test on a related record is answered by asking
 * this app first; what remains is a plain test on the key field, so no filter ever spans two apps.
 */
public interface RelatedScope {

    /** The fields of the other app that the reader may mention. */
    QueryScope fields();

    /**
     * The values of the key field for which at least one related record exists that passes, that the field's own
     * condition admits and that the reader may see.
     */
    List<Value> keys(Filter passing);
}
