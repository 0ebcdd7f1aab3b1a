package org.mimamori.engine.imports;

import java.util.List;
import org.mimamori.engine.problem.FieldProblem;
import org.mimamori.engine.problem.Problem;

/** What stopped an import, as faults of its file. */
final class ImportFaults {

    private ImportFaults() {}

    /** @param batch the records that were being written; none while the file was opened or checked */
    static List<ImportFault> of(Problem problem, List<FileRecord> batch, Columns columns) {
        return problem instanceof Problem.Invalid(List<FieldProblem> problems)
                ? problems.stream()
                        .flatMap(one -> at(one, batch, columns).stream())
                        .toList()
                : List.of(of(problem, batch));
    }

    private static List<ImportFault> at(FieldProblem problem, List<FileRecord> batch, Columns columns) {
        Integer index = problem.record();
        return index == null
                ? List.of(new ImportFault(rowOf(batch), columns.of(problem.field()), problem))
                : batch.get(index).all(List.of(problem), columns);
    }

    static ImportFault of(Problem problem, List<FileRecord> batch) {
        FieldProblem why = switch (problem) {
            case Problem.AppNotFound gone -> FieldProblem.of("", "import.notAllowed");
            case Problem.InGuestSpace gone -> FieldProblem.of("", "import.notAllowed");
            case Problem.Forbidden forbidden -> FieldProblem.of("", "import.notAllowed");
            case Problem.FileNotFound gone -> FieldProblem.of("", "import.fileGone");
            case Problem.UnknownEntity(var type, String code) -> FieldProblem.of("", "import.unknownEntity", code);
            case Problem.BadParameter bad -> FieldProblem.of("", "import.columnsChanged");
            case Problem.Conflict conflict -> FieldProblem.of("", "import.busy");
            case Problem.Busy busy -> FieldProblem.of("", "import.busy");
            default -> FieldProblem.of("", "import.stopped");
        };
        return new ImportFault(rowOf(batch), ImportFault.NO_COLUMN, why);
    }

    private static long rowOf(List<FileRecord> batch) {
        return batch.isEmpty() ? 0 : batch.getFirst().row();
    }
}
