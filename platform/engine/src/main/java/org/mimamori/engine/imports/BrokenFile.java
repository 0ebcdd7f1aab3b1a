package org.mimamori.engine.imports;

import org.mimamori.engine.problem.FieldProblem;

/** The file cannot be read on from a row. */
final class BrokenFile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ImportFault fault;

    BrokenFile(long row, String key, Object... args) {
        super(key);
        this.fault = new ImportFault(row, ImportFault.NO_COLUMN, FieldProblem.of("", key, args));
    }

    ImportFault fault() {
        return fault;
    }
}
