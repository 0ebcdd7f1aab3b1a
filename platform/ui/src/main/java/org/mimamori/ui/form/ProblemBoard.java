package org.mimamori.ui.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.problem.FieldProblem;

/**
 * Which problems are shown, and where. Until the person first tries to save, only those in fields already typed into:
 * an empty form does not start with reproaches.
 */
final class ProblemBoard {

    private final TypedForm form;
    private final ProblemSummary summary;
    private final Set<FieldCode> touched = new HashSet<>();
    private List<FieldProblem> found = List.of();
    private boolean attempted;

    ProblemBoard(TypedForm form, ProblemSummary summary) {
        this.form = form;
        this.summary = summary;
    }

    void touch(FieldCode code) {
        touched.add(code);
    }

    /** The person tried to save: everything is shown from now on. */
    void attempt() {
        attempted = true;
    }

    /** Shows what the engine found, and what it could not see because it is no value. */
    void show(List<FieldProblem> problems) {
        found = problems;
        List<FieldProblem> all = all();
        form.forEach(entry -> entry.getValue()
                .report(all.stream()
                        .filter(problem -> ProblemSummary.place(problem).equals(entry.getKey()))
                        .filter(this::shown)
                        .toList()));
        summary.show(attempted ? all : List.of());
    }

    /** The topmost field with a problem. */
    Optional<FieldCode> first() {
        List<FieldCode> order = new ArrayList<>();
        form.forEach(entry -> order.add(entry.getKey()));
        Set<FieldCode> wrong = new HashSet<>();
        all().forEach(problem -> wrong.add(ProblemSummary.place(problem)));
        return order.stream().filter(wrong::contains).findFirst();
    }

    private boolean shown(FieldProblem problem) {
        boolean missingInRow = problem.table() != null && problem.key().equals("required");
        return attempted || touched.contains(ProblemSummary.place(problem)) && !missingInRow;
    }

    /** Where something unreadable stands, the engine sees nothing at all and minds that; it is not what is wrong. */
    private List<FieldProblem> all() {
        List<FieldProblem> faults = form.faults();
        Set<Spot> unreadable = new HashSet<>();
        faults.forEach(fault -> unreadable.add(Spot.of(fault)));
        List<FieldProblem> all = new ArrayList<>(faults);
        found.stream().filter(problem -> !unreadable.contains(Spot.of(problem))).forEach(all::add);
        return all;
    }

    private record Spot(@Nullable String table, @Nullable Integer row, String field) {
        static Spot of(FieldProblem problem) {
            return new Spot(problem.table(), problem.row(), problem.field());
        }
    }
}
