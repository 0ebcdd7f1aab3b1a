package org.mimamori.engine.app;

import java.util.List;
import org.mimamori.engine.formula.Formulas;
import org.mimamori.engine.permission.Rights;
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
        Rights rights,
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
                rights,
                notifications,
                webhooks,
                additions,
                formulas,
                stored.revision(),
                stored.stamp());
    }

    private static long number(StoredApp stored, View view) {
        Long id = stored.viewIds().get(view.name().base());
        if (id == null) {
            throw new IllegalStateException("app " + stored.code() + " has no number for view " + view.name());
        }
        return id;
    }
}
