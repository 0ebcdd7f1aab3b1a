package org.mimamori.engine.settings;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.app.DefinitionReader;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.edit.FieldsEdit;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.FieldTypes;
import org.mimamori.engine.field.Lookup;
import org.mimamori.engine.field.RelatedApp;
import org.mimamori.engine.field.RelatedRecords;
import org.mimamori.engine.problem.DefinitionProblem;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.record.Apps;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of a form as those who manage the app change them. What a field says of another app is checked at once,
 * against what the actor may see of it; the rest at the deployment.
 */
public final class FormSettings {

    private final Previews previews;
    private final Apps apps;
    private final DefinitionReader reader;
    private final FieldsEdit edit;

    public FormSettings(Previews previews, Apps apps, DefinitionReader reader, FieldTypes types) {
        this.previews = previews;
        this.apps = apps;
        this.reader = reader;
        this.edit = new FieldsEdit(types);
    }

    /** Adds fields; see {@link FieldsEdit#add}. */
    public Preview add(Actor actor, AppId app, long expected, ObjectNode properties) {
        return previews.change(
                actor, app, expected, e -> edit.add(e, properties), after -> check(actor, after, named(properties)));
    }

    /** Changes fields; see {@link FieldsEdit#change}. */
    public Preview change(Actor actor, AppId app, long expected, ObjectNode properties) {
        return previews.change(
                actor, app, expected, e -> edit.change(e, properties), after -> check(actor, after, named(properties)));
    }

    /** Deletes fields; see {@link FieldsEdit#remove}. */
    public Preview remove(Actor actor, AppId app, long expected, List<FieldCode> codes) {
        return previews.change(actor, app, expected, e -> edit.remove(e, codes));
    }

    /** Codes the fields have after the change. */
    private static Set<FieldCode> named(ObjectNode properties) {
        Set<FieldCode> codes = new HashSet<>();
        properties.properties().forEach(entry -> {
            String code = entry.getValue().path("code").asString(entry.getKey());
            if (!code.isBlank()) {
                codes.add(new FieldCode(code));
            }
        });
        return codes;
    }

    private void check(Actor actor, AppDefinition after, Set<FieldCode> named) {
        Set<FieldCode> related = new HashSet<>();
        for (FieldCode code : named) {
            after.field(code).ifPresent(field -> {
                gather(field, related);
                field.inner().forEach(inner -> gather(inner, related));
            });
        }
        if (related.isEmpty()) {
            return;
        }
        List<DefinitionProblem> found =
                reader.checkRelations(after, related, mentioned -> Optional.of(find(actor, after, mentioned)));
        // Whether the key forbids duplicates may still change; kintone asks at the deployment.
        List<DefinitionProblem> now = found.stream()
                .filter(problem -> !problem.key().equals("lookup.keyNotUnique"))
                .toList();
        if (!now.isEmpty()) {
            throw new Problem.SettingsRefused(now).asException();
        }
    }

    private static void gather(Field field, Set<FieldCode> related) {
        Lookup lookup = field.lookup();
        RelatedRecords records = field.relatedRecords();
        if (lookup != null || records != null) {
            related.add(field.code());
        }
    }

    /** The app as the actor may know it: live, or as they are editing it. */
    private AppDefinition find(Actor actor, AppDefinition own, RelatedApp mentioned) {
        if (mentioned.code().equals(own.code())
                || mentioned.code().isEmpty() && mentioned.app().equals(own.id().toString())) {
            return own;
        }
        if (!mentioned.code().isEmpty()) {
            return apps.getByCode(actor, mentioned.code());
        }
        AppId id = new AppId(Long.parseLong(mentioned.app()));
        try {
            return apps.get(actor, id);
        } catch (PlatformException notLive) {
            return previews.get(actor, id).app();
        }
    }
}
