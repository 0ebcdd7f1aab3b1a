package org.mimamori.engine.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.formula.FormulaFault;
import org.mimamori.engine.formula.Formulas;
import org.mimamori.engine.process.ProcessDefinition;
import org.mimamori.engine.text.LocalText;
import org.mimamori.engine.text.SafeHtml;
import tools.jackson.databind.node.ObjectNode;

/** Reads one definition that conforms to the schema, part by part, gathering what is wrong with each. */
final class ContentReader {

    private final ObjectNode json;
    private final Findings findings;
    private final References references;
    private final Translations translations;
    private final boolean draft;

    /** @param draft whether faulty formulas are let pass, calculating nothing */
    ContentReader(ObjectNode json, References references, boolean draft) {
        this.json = json;
        this.draft = draft;
        this.references = references;
        this.findings = references.findings();
        this.translations = new Translations(json.path("translations"));
    }

    /** The content; empty where a formula keeps it from being complete, which is then among the findings. */
    Optional<DefinitionContent> read() {
        Form form = references.form();
        AppSettings settings = SettingsReader.read(json, references);
        List<LayoutItem> layout = new LayoutReader(references).read(json.path("layout"));
        Additions additions = new AdditionsReader(references, translations).read(json);
        List<View> views =
                new ViewsReader(references, translations).read(json.path("views"), Json.text(json, "language", "ja"));
        ProcessDefinition process = new ProcessReader(references, translations).read(json.path("process"));
        List<Report> reports = new ReportsReader(references, translations::report).read(json.path("reports"));
        List<AppAction> actions = new ActionsReader(references, translations).read(json.path("actions"));
        Notifications notifications =
                new NotificationsReader(references, translations).read(json.path("notifications"));
        translations.check(json, form, messageNames(additions), findings);
        return formulas(additions, settings)
                .map(formulas -> new DefinitionContent(
                        Json.text(json, "code"),
                        translations.text(Json.text(json, "name"), "name"),
                        description(),
                        settings,
                        form,
                        new LabelsReader(translations).read(form),
                        layout,
                        views,
                        reports,
                        actions,
                        new RightsReader(references).read(json.path("permissions")),
                        process,
                        notifications,
                        new WebhooksReader(findings).read(json.path("webhooks")),
                        additions,
                        formulas));
    }

    private LocalText description() {
        LocalText raw = translations.text(Json.text(json, "description"), "description");
        Map<String, String> safe = new HashMap<>();
        raw.translations().forEach((language, html) -> safe.put(language, SafeHtml.of(html)));
        return new LocalText(SafeHtml.of(raw.base()), safe);
    }

    private Optional<Formulas> formulas(Additions additions, AppSettings settings) {
        List<Field> inputs = new ArrayList<>();
        additions.rollups().forEach(rollup -> inputs.add(RollupField.of(rollup)));
        List<Field> fields = references.form().fields().top();
        try {
            return Optional.of(Formulas.of(fields, inputs, settings.numberPrecision()));
        } catch (FormulaFault first) {
            if (draft) {
                return Optional.of(Formulas.none(settings.numberPrecision()));
            }
            Formulas.faults(fields, inputs).forEach(this::report);
            return Optional.empty();
        }
    }

    private void report(FormulaFault fault) {
        if (!references.form().whole()) {
            return;
        }
        List<Object> args = new ArrayList<>(fault.args());
        FieldCode code = new FieldCode(String.valueOf(args.getFirst()));
        Place place = references.form().place(code).at("expression");
        if (fault.key().equals("formula.syntax") && args.get(1) instanceof Integer position) {
            findings.add(place, fault.key() + "." + args.get(2), code.text(), position + 1);
        } else {
            findings.addAll(place, fault.key(), args);
        }
    }

    private static Set<String> messageNames(Additions additions) {
        Set<String> names = new HashSet<>();
        additions.rules().forEach(rule -> names.add(rule.name()));
        additions.uniqueTogether().forEach(key -> names.add(key.name()));
        return names;
    }
}
