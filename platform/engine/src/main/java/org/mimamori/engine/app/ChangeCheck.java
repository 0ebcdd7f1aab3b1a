package org.mimamori.engine.app;

import java.util.List;
import java.util.Optional;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.problem.DefinitionProblem;

/** Checks a definition against the live app it is to replace. */
final class ChangeCheck {

    private final AppCatalog catalog;
    private final Batch.Candidate candidate;

    ChangeCheck(AppCatalog catalog, Batch.Candidate candidate) {
        this.catalog = catalog;
        this.candidate = candidate;
    }

    List<DefinitionProblem> run() {
        Findings findings = new Findings(candidate.source().file());
        catalog.findByCode(candidate.content().code()).ifPresent(live -> types(live, findings));
        return findings.list();
    }

    /** A field's type can never change once it is live, for its values would be lost; kintone's rule. */
    private void types(AppDefinition live, Findings findings) {
        Form form = candidate.content().form();
        form.fields().all().forEach(field -> {
            Optional<Field> before = live.field(field.code());
            if (before.isPresent() && !before.get().type().equals(field.type())) {
                findings.add(
                        form.place(field.code()).at("type"),
                        "field.typeChanged",
                        field.code().text(),
                        before.get().type(),
                        field.type());
            }
        });
    }
}
