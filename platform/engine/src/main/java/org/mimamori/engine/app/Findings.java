package org.mimamori.engine.app;

import java.util.ArrayList;
import java.util.List;
import org.mimamori.engine.problem.DefinitionProblem;
import org.mimamori.engine.problem.Problem;

/** What is wrong with one definition, gathered so that its author sees all of it at once. */
final class Findings {

    private final String file;
    private final List<DefinitionProblem> found = new ArrayList<>();

    Findings(String file) {
        this.file = file;
    }

    void add(Place place, String key, Object... args) {
        addAll(place, key, List.of(args));
    }

    void addAll(Place place, String key, List<Object> args) {
        DefinitionProblem problem = new DefinitionProblem(file, place.pointer(), key, args);
        if (!found.contains(problem)) {
            found.add(problem);
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    int count() {
        return found.size();
    }

    List<DefinitionProblem> list() {
        return List.copyOf(found);
    }

    /** Throws {@link Problem.DefinitionRefused} when anything was found. */
    void orThrow() {
        if (!found.isEmpty()) {
            throw new Problem.DefinitionRefused(list()).asException();
        }
    }
}
