package org.mimamori.engine.imports;

import org.mimamori.engine.problem.FieldProblem;

/**
 * Something wrong in a file.
 *
 * @param row of the file as spreadsheets count, the names of the columns being row 1; 0 for the file as a whole
 * @param column from 0; {@link #NO_COLUMN} where none is to blame, such as for a field that has no column
 * @param problem what is wrong; its field is empty where none is to blame
 */
public record ImportFault(long row, int column, FieldProblem problem) {

    public static final int NO_COLUMN = -1;
}
