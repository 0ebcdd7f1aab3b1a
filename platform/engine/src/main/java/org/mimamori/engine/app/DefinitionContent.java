package org.mimamori.engine.app;

import java.util.List;
import java.util.stream.Stream;
import org.mimamori.engine.formula.Formulas;
import org.mimamori.engine.permission.Rights;
import org.mimamori.engine.process.ProcessDefinition;
import org.mimamori.engine.text.LocalText;

/** What a definition says, before the platform has given it numbers. */
record DefinitionContent(
        String code,
        LocalText name,
        LocalText description,
        AppSettings settings,
        Form form,
        Labels labels,
        List<LayoutItem> layout,
        List<View> views,
        List<Report> reports,
        List<AppAction> actions,
        Rights rights,
        ProcessDefinition process,
        Notifications notifications,
        List<Webhook> webhooks,
        Additions additions,
        Formulas formulas) {

    /** The live definition this content makes under the numbers of a stored app. */
    AppDefinition as(StoredApp stored) {
        return new AppDefinition(
                stored.id(),
                code,
                name,
                description,
                settings,
                form.fields(),
                form.groups(),
                stored.fieldIds(),
                labels,
                layout,
                views.stream().map(view -> view.withId(number(stored, view))).toList(),
                reports.stream()
                        .map(report -> report.withId(number(stored, Numbers.ofReport(report))))
                        .toList(),
                actions.stream()
                        .map(action -> action.withId(number(stored, Numbers.ofAction(action))))
                        .toList(),
                rights,
                process,
                notifications,
                webhooks,
                additions,
                formulas,
                stored.revision(),
                stored.stamp());
    }

    /** Names of everything that has a number of its own. */
    List<String> numbered() {
        return Stream.of(
                        views.stream().filter(view -> view.builtin() == null).map(Numbers::ofView),
                        reports.stream().map(Numbers::ofReport),
                        actions.stream().map(Numbers::ofAction))
                .flatMap(names -> names)
                .toList();
    }

    private static long number(StoredApp stored, View view) {
        return view.builtin() == null ? number(stored, Numbers.ofView(view)) : Numbers.ofBuiltin(stored.id());
    }

    private static long number(StoredApp stored, String name) {
        Long id = stored.viewIds().get(name);
        if (id == null) {
            throw new IllegalStateException("app " + stored.code() + " has no number for " + name);
        }
        return id;
    }
}
