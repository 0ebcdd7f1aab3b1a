package org.mimamori.ui.field;

import java.util.List;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.problem.FieldProblem;

/**
 * Where one field of an open form is filled in. What was typed stays as it was typed, also when it is no value of the
 * field; then it is a fault.
 */
public interface Editor extends Display {

    /** The value typed; blank when nothing is, or nothing that can be read as a value. */
    Value value();

    /** What was typed but is no value of the field. */
    List<FieldProblem> faults();

    /** Shows these problems at the field, and no others. */
    void report(List<FieldProblem> problems);

    /** Takes over what the platform calculated or copied inside a value the person types: cells of a table's rows. */
    default void refresh(Value calculated) {}

    /** Whether the field must be filled at this moment. */
    void require(boolean required);

    void focus();

    /** Hears of every change by the person, not of {@link #show}. */
    void onChange(Runnable listener);
}
