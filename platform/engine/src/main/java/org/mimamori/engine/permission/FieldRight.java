package org.mimamori.engine.permission;

import java.util.List;
import org.mimamori.engine.field.FieldCode;

/** Rights on one field, a table being one unit. The first row that names the actor decides alone. */
public record FieldRight(FieldCode code, List<Row> entities) {

    public FieldRight {
        entities = List.copyOf(entities);
    }

    /** One row: what those it names may do with the field. */
    public record Row(RightEntity entity, boolean includeSubs, Accessibility accessibility) {}
}
