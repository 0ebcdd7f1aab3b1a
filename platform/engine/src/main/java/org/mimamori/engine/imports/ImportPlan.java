package org.mimamori.engine.imports;

import java.util.List;
import org.mimamori.engine.record.RecordIntake.Mode;

/**
 * How a file is to be read in.
 *
 * @param key code of the field by which records are found; empty when all are added
 * @param columns what each column is taken for: the code of a field, {@code code[option]} to tick an option, the code
 *     of a table for the numbers of its rows, {@code *} for the marks of first rows, empty for nothing
 * @param keepEmpty whether an empty cell leaves the field as it is, or as new records have it, instead of emptying it
 * @param checkOnly whether nothing is written even if all is well
 */
public record ImportPlan(
        FileFormat format, Mode mode, String key, List<String> columns, boolean keepEmpty, boolean checkOnly) {

    public ImportPlan {
        columns = List.copyOf(columns);
    }
}
