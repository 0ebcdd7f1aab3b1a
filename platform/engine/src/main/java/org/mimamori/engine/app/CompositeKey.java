package org.mimamori.engine.app;

import java.util.List;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.text.LocalText;

/**
 * Fields whose values together no two records may share; records in which one of them is blank are not compared.
 *
 * @param name names the key in the definition's translations and in problems
 */
public record CompositeKey(String name, List<FieldCode> fields, LocalText message) {

    public CompositeKey {
        fields = List.copyOf(fields);
    }
}
