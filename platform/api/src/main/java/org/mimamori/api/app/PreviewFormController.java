package org.mimamori.api.app;

import java.util.List;
import java.util.Locale;
import org.mimamori.api.wire.Json;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.Reply;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.edit.LayoutEdit;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.FieldTypes;
import org.mimamori.engine.permission.Access;
import org.mimamori.engine.record.Apps;
import org.mimamori.engine.settings.FormSettings;
import org.mimamori.engine.settings.Preview;
import org.mimamori.engine.settings.Previews;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The form of an app as it is being edited. */
@RestController
@RequestMapping("/k/v1/preview/app/form")
final class PreviewFormController {

    private static final int MOST_DELETED = 100;
    private static final String PROPERTIES = "properties";
    private static final String FIELDS = "fields";

    private final Previews previews;
    private final FormSettings forms;
    private final Apps apps;
    private final FieldTypes types;

    PreviewFormController(Previews previews, FormSettings forms, Apps apps, FieldTypes types) {
        this.previews = previews;
        this.forms = forms;
        this.apps = apps;
        this.types = types;
    }

    @GetMapping("/fields.json")
    Reply fields(Actor actor, Parameters parameters) {
        Locale language = Language.of(actor, parameters.require("app"));
        Preview preview = previews.get(actor, parameters.app());
        FieldProperties properties =
                new FieldProperties(types, preview.app(), language, OtherApps.ofPreview(apps, previews, actor));
        ObjectNode body = Json.object();
        body.set(PROPERTIES, properties.whole());
        return Reply.of(body.put("revision", Long.toString(preview.revision())));
    }

    @PostMapping("/fields.json")
    Reply add(Actor actor, Parameters parameters) {
        parameters.require("app", PROPERTIES);
        return revision(forms.add(actor, parameters.app(), parameters.revision(), parameters.json(PROPERTIES)));
    }

    @PutMapping("/fields.json")
    Reply change(Actor actor, Parameters parameters) {
        parameters.require("app", PROPERTIES);
        return revision(forms.change(actor, parameters.app(), parameters.revision(), parameters.json(PROPERTIES)));
    }

    @DeleteMapping("/fields.json")
    Reply remove(Actor actor, Parameters parameters) {
        List<String> codes = parameters.require("app", FIELDS).texts(FIELDS);
        if (codes.isEmpty() || codes.stream().anyMatch(String::isBlank)) {
            throw parameters.refuse(FIELDS, "required");
        }
        if (codes.size() > MOST_DELETED) {
            throw parameters.refuse(FIELDS, "tooMany", MOST_DELETED);
        }
        List<FieldCode> fields = codes.stream().map(FieldCode::new).toList();
        return revision(forms.remove(actor, parameters.app(), parameters.revision(), fields));
    }

    @GetMapping("/layout.json")
    Reply layout(Actor actor, Parameters parameters) {
        Preview preview = previews.get(actor, parameters.require("app").app());
        ObjectNode body = Json.object();
        body.set("layout", new LayoutJson(preview.app(), Access.full()).json());
        return Reply.of(body.put("revision", Long.toString(preview.revision())));
    }

    @PutMapping("/layout.json")
    Reply arrange(Actor actor, Parameters parameters) {
        List<ObjectNode> layout = parameters.require("app", "layout").rawObjects("layout");
        return revision(previews.change(
                actor, parameters.app(), parameters.revision(), edit -> LayoutEdit.replace(edit, layout)));
    }

    private static Reply revision(Preview changed) {
        return Reply.of(Json.object().put("revision", Long.toString(changed.revision())));
    }
}
