package org.mimamori.engine.app;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.FieldTypes;
import org.mimamori.engine.field.RelatedApp;
import org.mimamori.engine.problem.DefinitionProblem;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.text.LocalText;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads app definitions and says everything that is wrong with them: first all that breaks the schemas, and, once a
 * definition conforms to them, all that does not make sense.
 */
public final class DefinitionReader {

    private final FieldTypes types;
    private final DefinitionSchemas schemas = new DefinitionSchemas();
    private final Conditions conditions;

    /** @param clock what relative days in conditions are tried with */
    public DefinitionReader(FieldTypes types, Clock clock) {
        this.types = types;
        this.conditions = new Conditions(clock);
    }

    /** Everything that is wrong with a definition, seen alone: what it says of other apps is not looked at. */
    public List<DefinitionProblem> check(DefinitionSource source) {
        Findings findings = new Findings(source.file());
        read(source.json(), findings);
        return findings.list();
    }

    /**
     * The definition of a stored app, ready to use.
     *
     * @throws org.mimamori.engine.problem.PlatformException with {@code DefinitionRefused}
     */
    public AppDefinition compile(StoredApp stored) {
        return read(new DefinitionSource(stored.code(), stored.json(), stored.source()))
                .as(stored);
    }

    /**
     * The preview of an app, ready to be looked at. Formulas that are faulty so far calculate nothing: kintone tells of
     * them at deployment.
     *
     * @throws org.mimamori.engine.problem.PlatformException with {@code DefinitionRefused}
     */
    public AppDefinition compilePreview(StoredApp preview) {
        return readDraft(preview.code(), preview.json()).as(preview);
    }

    DefinitionContent readDraft(String code, ObjectNode json) {
        Findings findings = new Findings(code);
        Optional<DefinitionContent> content = read(json, findings, true);
        findings.orThrow();
        return content.orElseThrow(() -> new Problem.DefinitionRefused(findings.list()).asException());
    }

    DefinitionContent read(DefinitionSource source) {
        Findings findings = new Findings(source.file());
        Optional<DefinitionContent> content = read(source.json(), findings);
        findings.orThrow();
        return content.orElseThrow(() -> new Problem.DefinitionRefused(findings.list()).asException());
    }

    /** What is wrong with what a definition says of other apps. */
    List<DefinitionProblem> checkRelations(String file, Form form, Additions additions, OtherApps others) {
        Findings findings = new Findings(file);
        new RelationsCheck(form, additions, others, conditions, findings).run();
        return findings.list();
    }

    /**
     * What is wrong with what some fields say of other apps.
     *
     * @param others finds an app a field mentions
     */
    public List<DefinitionProblem> checkRelations(
            AppDefinition app, Set<FieldCode> fields, Function<RelatedApp, Optional<AppDefinition>> others) {
        Findings findings = new Findings(app.code());
        OtherApps found = related ->
                others.apply(related).map(other -> new OtherApps.OtherApp(other.fields(), other.additions()));
        new RelationsCheck(Form.of(app), app.additions(), found, conditions, findings).of(fields);
        return findings.list();
    }

    /** What is wrong with the actions of a definition in the apps whose forms they open. */
    List<DefinitionProblem> checkActions(String file, Form form, List<AppAction> actions, OtherApps others) {
        Findings findings = new Findings(file);
        new ActionsCheck(form, others, findings).check(actions);
        return findings.list();
    }

    /**
     * A report that somebody asks ad hoc.
     *
     * @param fields those that can be mentioned
     * @throws org.mimamori.engine.problem.PlatformException with {@code DefinitionRefused}
     */
    public Report readReport(ObjectNode json, FormFields fields) {
        Findings findings = new Findings("");
        schemas.checkReport(json, findings);
        findings.orThrow();
        Form form = Form.of(fields);
        Report report = new ReportsReader(new References(form, conditions, findings), LocalText::of)
                .report(Json.text(json, "name"), json, Place.ROOT, 0);
        findings.orThrow();
        return report;
    }

    /** Apps a definition would show or count records of, and which are not there. */
    List<DefinitionProblem> findGaps(String file, Form form, Additions additions, OtherApps others) {
        Findings findings = new Findings(file);
        new RelationsCheck(form, additions, others, conditions, findings).gaps();
        return findings.list();
    }

    /** The content, or nothing where faults keep it from being read. */
    private Optional<DefinitionContent> read(ObjectNode json, Findings findings) {
        return read(json, findings, false);
    }

    private Optional<DefinitionContent> read(ObjectNode json, Findings findings, boolean draft) {
        Texts.check(json, Place.ROOT, findings);
        schemas.checkApp(json, findings);
        if (!findings.isEmpty()) {
            return Optional.empty();
        }
        Form form = ProcessFields.in(
                new FieldsReader(types, schemas, findings).read(json.path("fields"), Json.text(json, "language", "ja")),
                json.path("process"));
        return new ContentReader(json, new References(form, conditions, findings), draft).read();
    }
}
