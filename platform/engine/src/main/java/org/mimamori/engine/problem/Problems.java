package org.mimamori.engine.problem;

import java.util.ArrayList;
import java.util.List;

/** Gathers everything that is wrong with a submission, so that the person who sent it sees all of it at once. */
public final class Problems {

    private final List<FieldProblem> found = new ArrayList<>();

    public void add(FieldProblem problem) {
        found.add(problem);
    }

    public void addAll(List<FieldProblem> problems) {
        found.addAll(problems);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<FieldProblem> list() {
        return List.copyOf(found);
    }

    /** Throws {@link Problem.Invalid} when anything was found. */
    public void orThrow() {
        if (!found.isEmpty()) {
            throw new Problem.Invalid(list()).asException();
        }
    }
}
