package org.mimamori.engine.formula;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;

/** The fields formulas may name: those of the app, inner ones too, and its roll-ups. */
final class FormulaFields {

    private final Map<FieldCode, Field> byCode = new LinkedHashMap<>();
    private final Map<FieldCode, FieldCode> tables = new HashMap<>();

    FormulaFields(List<Field> fields, List<Field> inputs) {
        inputs.forEach(input -> byCode.put(input.code(), input));
        for (Field field : fields) {
            byCode.put(field.code(), field);
            for (Field inner : field.inner()) {
                byCode.put(inner.code(), inner);
                tables.put(inner.code(), field.code());
            }
        }
    }

    @Nullable
    Field find(FieldCode code) {
        return byCode.get(code);
    }

    /** The table the field stands in, or null at the top level. */
    @Nullable
    FieldCode tableOf(FieldCode code) {
        return tables.get(code);
    }

    /** Every field whose value is calculated. */
    List<Field> calculated() {
        return byCode.values().stream().filter(field -> field.formula() != null).toList();
    }
}
