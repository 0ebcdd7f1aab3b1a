package org.mimamori.engine.imports;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.problem.FieldProblem;
import org.mimamori.engine.record.RecordIntake.Item;

/**
 * A record as a file has it.
 *
 * @param row of the file where it begins
 * @param item what could be read of it
 * @param faults what could not
 * @param rows the file's rows that the rows of each table stand in, by the table's code
 */
record FileRecord(long row, Item item, List<ImportFault> faults, Map<String, List<Long>> rows) {

    /** All that is wrong with it, given what the write path says of what could be read. */
    List<ImportFault> all(List<FieldProblem> problems, Columns columns) {
        Stream<ImportFault> more = problems.stream()
                .filter(problem -> faults.isEmpty() || !follows(problem))
                .map(problem ->
                        new ImportFault(rowOf(problem.table(), problem.row()), columns.of(problem.field()), problem));
        return Stream.concat(faults.stream(), more).toList();
    }

    /** Whether it may be wrong only because a cell could not be read: a rule, or that very field. */
    private boolean follows(FieldProblem problem) {
        return problem.key().equals("rule")
                || faults.stream()
                        .map(ImportFault::problem)
                        .anyMatch(known ->
                                known.field().equals(problem.field()) && Objects.equals(known.row(), problem.row()));
    }

    private long rowOf(@Nullable String table, @Nullable Integer index) {
        List<Long> known = table == null ? List.of() : rows.getOrDefault(table, List.of());
        return index != null && index < known.size() ? known.get(index) : row;
    }
}
