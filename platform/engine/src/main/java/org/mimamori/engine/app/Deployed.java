package org.mimamori.engine.app;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.directory.EntityRef;

/**
 * An app that has just become live, for those who have work with its records then.
 *
 * @param before the definition it replaces; null for a new app
 * @param renames options that have another name now
 */
public record Deployed(@Nullable AppDefinition before, AppDefinition after, List<OptionRename> renames, EntityRef by) {

    public Deployed {
        renames = List.copyOf(renames);
    }
}
