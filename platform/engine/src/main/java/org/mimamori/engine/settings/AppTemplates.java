package org.mimamori.engine.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mimamori.engine.app.AppCatalog;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.app.AppStore;
import org.mimamori.engine.app.PreviewMaker;
import org.mimamori.engine.app.StoredPreview;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Settings of apps made into others: copies of one, and templates of several that name each other. Records, files,
 * tokens and webhooks, whose secrets are nobody else's, never go along.
 */
public final class AppTemplates {

    /** What a template file says it is. */
    private static final String FORMAT = "mimamori-template-1";

    private static final int MOST_APPS = 100;

    private final Previews previews;
    private final AppCatalog catalog;
    private final AppStore store;
    private final PreviewMaker maker;

    public AppTemplates(Previews previews, AppCatalog catalog, AppStore store, PreviewMaker maker) {
        this.previews = previews;
        this.catalog = catalog;
        this.store = store;
        this.maker = maker;
    }

    /** A new app, not yet deployed, with the live settings of another, or with the edited ones of one never live. */
    public Preview copy(Actor actor, AppId app, String name) {
        ObjectNode definition = definition(actor, app);
        definition.put("name", name);
        String code = definition.path("code").asString("");
        ObjectNode template = JsonMapper.shared().createObjectNode().put("format", FORMAT);
        template.putArray("apps").add(definition);
        if (definition.get("translations") instanceof ObjectNode translations) {
            translations.forEach(language -> ((ObjectNode) language).remove("name"));
        }
        return install(actor, template).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no copy of " + code));
    }

    /** The settings of apps in one file; where they name each other, the apps made from it will too. */
    public ObjectNode export(Actor actor, List<AppId> apps) {
        ObjectNode template = JsonMapper.shared().createObjectNode().put("format", FORMAT);
        ArrayNode list = template.putArray("apps");
        apps.stream().distinct().forEach(app -> list.add(byCode(definition(actor, app))));
        return template;
    }

    private ObjectNode definition(Actor actor, AppId app) {
        Preview preview = previews.get(actor, app);
        return Portable.of(
                preview.live()
                        ? store.find(app).map(live -> live.json().deepCopy()).orElseGet(preview::json)
                        : preview.json());
    }

    /** Other apps are named by number or code; a number means nothing elsewhere. */
    private ObjectNode byCode(ObjectNode definition) {
        for (ObjectNode reference : AppReferences.in(definition)) {
            if (reference.path("code").asString("").isEmpty()) {
                referred(reference)
                        .ifPresent(app -> reference.put("code", app.code()).put("app", ""));
            }
        }
        return definition;
    }

    private Optional<AppDefinition> referred(ObjectNode reference) {
        String number = reference.path("app").asString("");
        return number.matches("[0-9]{1,18}") ? catalog.find(new AppId(Long.parseLong(number))) : Optional.empty();
    }

    /**
     * New apps, not yet deployed, from a template.
     *
     * @throws org.mimamori.engine.problem.PlatformException with {@code BadParameter} for what is no template, and
     *     {@code SettingsRefused} for what is wrong in it; nothing is made then
     */
    public List<Preview> install(Actor actor, ObjectNode template) {
        AppMakers.require(actor);
        List<ObjectNode> definitions = definitions(template);
        List<AppId> ids = new ArrayList<>();
        Map<String, String> codes = new HashMap<>();
        for (ObjectNode definition : definitions) {
            AppId id = store.nextId();
            ids.add(id);
            codes.put(definition.path("code").asString(""), AppDefinition.automaticCode(id));
        }
        List<StoredPreview> made = new ArrayList<>();
        for (int i = 0; i < definitions.size(); i++) {
            made.add(make(ids.get(i), renamed(byCode(definitions.get(i)), codes), actor));
        }
        made.forEach(preview -> store.savePreview(preview, 0));
        return made.stream()
                .map(preview -> new Preview(maker.compile(preview), preview, false, true))
                .toList();
    }

    private StoredPreview make(AppId id, ObjectNode definition, Actor actor) {
        try {
            return maker.copied(id, Portable.of(definition), actor.ref());
        } catch (PlatformException refused) {
            throw refused.problem() instanceof Problem.DefinitionRefused(var found)
                    ? new Problem.SettingsRefused(found).asException()
                    : refused;
        }
    }

    private static List<ObjectNode> definitions(ObjectNode template) {
        List<ObjectNode> definitions = new ArrayList<>();
        template.path("apps").forEach(app -> {
            if (app instanceof ObjectNode definition) {
                definitions.add(definition.deepCopy());
            }
        });
        boolean sound = template.path("format").asString("").equals(FORMAT)
                && !definitions.isEmpty()
                && definitions.size() <= MOST_APPS;
        if (!sound) {
            throw Problem.BadParameter.of("template", "noTemplate").asException();
        }
        return definitions;
    }

    private static ObjectNode renamed(ObjectNode definition, Map<String, String> codes) {
        for (ObjectNode reference : AppReferences.in(definition)) {
            String code = codes.get(reference.path("code").asString(""));
            if (code != null) {
                reference.put("code", code).put("app", "");
            }
        }
        return definition;
    }
}
