package org.mimamori.engine.app;

import java.util.Map;
import org.mimamori.engine.field.FieldCode;

/**
 * Options of a choice that got other names in the preview, all in one edit, so that two may change places. Records hold
 * options by name and are rewritten once the preview is deployed.
 *
 * @param field code of the field as the preview has it
 * @param names new names by old ones
 */
public record OptionRename(FieldCode field, Map<String, String> names) {

    public OptionRename {
        names = Map.copyOf(names);
    }
}
