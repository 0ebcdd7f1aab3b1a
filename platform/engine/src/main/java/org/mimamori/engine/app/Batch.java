package org.mimamori.engine.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mimamori.engine.field.RelatedApp;
import org.mimamori.engine.problem.DefinitionProblem;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;

/** Definitions to be installed together: each may mention the others, whatever their order, and itself. */
final class Batch implements OtherApps {

    private final DefinitionReader reader;
    private final AppCatalog catalog;
    private final Map<String, Candidate> candidates = new LinkedHashMap<>();
    private final List<DefinitionProblem> problems = new ArrayList<>();

    /** Codes by number of what is edited: definitions made in the browser name each other by number. */
    private final Map<String, String> numbers = new HashMap<>();

    Batch(DefinitionReader reader, AppCatalog catalog) {
        this.reader = reader;
        this.catalog = catalog;
    }

    void add(DefinitionSource source) {
        try {
            requireOwnCode(source);
            add(new Candidate(source, reader.read(source), false));
        } catch (PlatformException refused) {
            keep(refused);
        }
    }

    /** A definition that came about by edits of the live one, each of which kept to the rules of change. */
    void addEdited(AppId id, DefinitionSource source) {
        try {
            numbers.put(id.toString(), source.code());
            add(new Candidate(source, reader.read(source), true));
        } catch (PlatformException refused) {
            keep(refused);
        }
    }

    /** Codes the platform gives are those of apps made in the browser. */
    private void requireOwnCode(DefinitionSource source) {
        String code = source.code();
        if (code.matches("app_[0-9]+") && catalog.findByCode(code).isEmpty()) {
            throw new Problem.DefinitionRefused(
                            List.of(DefinitionProblem.of(source.file(), "/code", "app.codeReserved", code)))
                    .asException();
        }
    }

    private void keep(PlatformException refused) {
        if (!(refused.problem() instanceof Problem.DefinitionRefused(List<DefinitionProblem> found))) {
            throw refused;
        }
        problems.addAll(found);
    }

    private void add(Candidate candidate) {
        String file = candidate.source().file();
        Candidate other = candidates.putIfAbsent(candidate.content().code(), candidate);
        if (other != null) {
            problems.add(DefinitionProblem.of(
                    file,
                    "/code",
                    "app.codeTwice",
                    candidate.content().code(),
                    other.source().file()));
        }
    }

    /** Drops what does not fit the others, until all that is left fits. */
    void settle() {
        List<Candidate> misfits;
        do {
            misfits = candidates.values().stream()
                    .filter(candidate -> !fits(candidate))
                    .toList();
            misfits.forEach(misfit -> candidates.remove(misfit.content().code()));
        } while (!misfits.isEmpty());
    }

    private boolean fits(Candidate candidate) {
        List<DefinitionProblem> found = new ArrayList<>();
        String file = candidate.source().file();
        DefinitionContent content = candidate.content();
        found.addAll(reader.checkRelations(file, content.form(), content.additions(), this));
        found.addAll(reader.checkActions(file, content.form(), content.actions(), this));
        if (!candidate.edited()) {
            found.addAll(new ChangeCheck(catalog, candidate).run());
        }
        found.addAll(breaches(candidate));
        problems.addAll(found);
        return found.isEmpty();
    }

    /** What live apps, which are not to change themselves, would find wrong with the new definition. */
    private List<DefinitionProblem> breaches(Candidate candidate) {
        List<DefinitionProblem> found = new ArrayList<>();
        OtherApps changed = related ->
                code(related).equals(candidate.content().code()) ? Optional.of(candidate.asOther()) : findLive(related);
        for (AppDefinition live : catalog.all()) {
            if (!candidates.containsKey(live.code())) {
                List<DefinitionProblem> old = faults(live, this::findLive);
                faults(live, changed).stream()
                        .filter(fault -> !old.contains(fault))
                        .map(fault -> DefinitionProblem.of(
                                candidate.source().file(), "", "relation.breaksOther", live.code(), fault.pointer()))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private List<DefinitionProblem> faults(AppDefinition live, OtherApps others) {
        return reader.checkRelations(live.code(), Form.of(live), live.additions(), others);
    }

    /** What is not there yet that the definitions which are ready mention, and statuses no record will come to. */
    List<DefinitionProblem> gaps() {
        List<DefinitionProblem> found = new ArrayList<>();
        for (Candidate candidate : candidates.values()) {
            DefinitionContent content = candidate.content();
            found.addAll(reader.findGaps(candidate.source().file(), content.form(), content.additions(), this));
            Findings unreached = new Findings(candidate.source().file());
            UnreachedStatuses.find(content.process(), unreached);
            found.addAll(unreached.list());
        }
        return found;
    }

    List<Candidate> ready() {
        return List.copyOf(candidates.values());
    }

    List<DefinitionProblem> problems() {
        return List.copyOf(problems);
    }

    @Override
    public Optional<OtherApp> find(RelatedApp related) {
        Candidate candidate = candidates.get(code(related));
        return candidate == null ? findLive(related) : Optional.of(candidate.asOther());
    }

    private String code(RelatedApp related) {
        if (!related.code().isEmpty()) {
            return related.code();
        }
        String edited = numbers.get(related.app());
        return edited == null ? catalog.find(related).map(AppDefinition::code).orElse("") : edited;
    }

    private Optional<OtherApp> findLive(RelatedApp related) {
        return catalog.find(related).map(app -> new OtherApp(app.fields(), app.additions()));
    }

    /** A definition that is sound by itself. */
    record Candidate(DefinitionSource source, DefinitionContent content, boolean edited) {

        OtherApp asOther() {
            return new OtherApp(content.form().fields(), content.additions());
        }
    }
}
