package org.mimamori.engine.permission;

import java.util.List;

/** All rights of one app, each list in order of priority. */
public record Rights(List<AppRight> app, List<RecordRight> records, List<FieldRight> fields) {

    public Rights {
        app = List.copyOf(app);
        records = List.copyOf(records);
        fields = List.copyOf(fields);
    }
}
