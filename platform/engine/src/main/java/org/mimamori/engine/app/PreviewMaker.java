package org.mimamori.engine.app;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.problem.DefinitionProblem;
import org.mimamori.engine.problem.Problem;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes previews: of new apps and by edits of what there is. Looks at no rights and keeps nothing. */
public final class PreviewMaker {

    /** What kintone answers when an app has been made. */
    private static final long FIRST_REVISION = 2;

    private final DefinitionReader reader;
    private final Clock clock;

    public PreviewMaker(DefinitionReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * The preview of an app that does not exist yet, as kintone starts one: system fields only, and all rights with who
     * makes it. Unlike kintone it gives nobody else anything: what is recorded of children is shown to nobody by
     * default.
     *
     * @param language of the system fields' names, {@code ja} or {@code en}
     */
    public StoredPreview fresh(AppId id, String name, String language, EntityRef actor) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("code", AppDefinition.automaticCode(id))
                .put("language", language)
                .put("name", name);
        json.putObject("fields");
        ObjectNode right = json.putObject("permissions")
                .putObject("app")
                .putArray("rights")
                .addObject();
        right.putObject("entity").put("type", "CREATOR").putNull("code");
        List.of("appEditable", "recordViewable", "recordAddable", "recordEditable", "recordDeletable")
                .forEach(flag -> right.put(flag, true));
        right.put("recordImportable", true).put("recordExportable", true);
        Stamp stamp = new Stamp(actor, clock.instant(), actor, clock.instant());
        return numbered(
                new StoredApp(
                        id,
                        AppDefinition.automaticCode(id),
                        json,
                        Map.of(),
                        Map.of(),
                        List.of(),
                        FIRST_REVISION,
                        "",
                        stamp),
                List.of());
    }

    /**
     * The preview of a new app with the settings of another.
     *
     * @param json a definition; its code is replaced
     * @throws org.mimamori.engine.problem.PlatformException with {@code DefinitionRefused}
     */
    public StoredPreview copied(AppId id, ObjectNode json, EntityRef actor) {
        String code = AppDefinition.automaticCode(id);
        ObjectNode own = json.deepCopy().put("code", code);
        Stamp stamp = new Stamp(actor, clock.instant(), actor, clock.instant());
        return numbered(
                new StoredApp(id, code, own, Map.of(), Map.of(), List.of(), FIRST_REVISION, "", stamp), List.of());
    }

    /**
     * What a preview is after an edit; its revision is one more.
     *
     * @param compiled the definition the preview makes before
     * @throws org.mimamori.engine.problem.PlatformException with {@code DefinitionRefused}
     */
    public StoredPreview edited(
            StoredPreview before, AppDefinition compiled, Consumer<DefinitionEdit> change, EntityRef actor) {
        DefinitionEdit edit = new DefinitionEdit(before, compiled, actor, clock.instant());
        change.accept(edit);
        StoredApp old = before.app();
        requireSameCode(old, edit);
        Stamp stamp = new Stamp(old.stamp().creator(), old.stamp().createdAt(), actor, clock.instant());
        return numbered(
                new StoredApp(
                        old.id(),
                        old.code(),
                        edit.json(),
                        edit.fieldIds(),
                        edit.viewIds(),
                        edit.dropped(),
                        old.revision() + 1,
                        old.source(),
                        stamp),
                edit.renames());
    }

    private static void requireSameCode(StoredApp old, DefinitionEdit edit) {
        if (!old.code().equals(Json.text(edit.json(), "code"))) {
            throw new Problem.DefinitionRefused(List.of(DefinitionProblem.of(old.code(), "/code", "app.codeChanged")))
                    .asException();
        }
    }

    /** The definition a preview makes so far. */
    public AppDefinition compile(StoredPreview preview) {
        return reader.compilePreview(preview.app());
    }

    private StoredPreview numbered(StoredApp app, List<OptionRename> renames) {
        DefinitionContent content = reader.readDraft(app.code(), app.json());
        // A field that was dropped has lost its number with its code, so codes alone tell what is new.
        StoredApp numbered = new StoredApp(
                app.id(),
                app.code(),
                app.json(),
                Numbers.ofFields(content.form().fields(), app.fieldIds(), app.dropped(), null),
                Numbers.ofParts(app.id(), content.numbered(), app.viewIds()),
                app.dropped(),
                app.revision(),
                app.source(),
                app.stamp());
        return new StoredPreview(numbered, renames);
    }
}
