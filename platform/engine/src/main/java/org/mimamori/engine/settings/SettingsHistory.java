package org.mimamori.engine.settings;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.app.AppStore;
import org.mimamori.engine.app.DroppedField;
import org.mimamori.engine.app.StoredApp;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.problem.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an app's settings were, what differs, and the way back; for who manages the app. kintone shows a list only. */
public final class SettingsHistory {

    private static final int PAGE = 100;

    private static final String WEBHOOKS = "webhooks";

    private final Previews previews;
    private final AppStore store;
    private final Duration kept;

    /** @param kept how long a deleted field can be put back, from the deployment of its deletion on */
    public SettingsHistory(Previews previews, AppStore store, Duration kept) {
        this.previews = previews;
        this.store = store;
        this.kept = kept;
    }

    /** One deployment. */
    public record Entry(long revision, EntityRef by, Instant at) {}

    /** Deployments of an app, newest first, a hundred at a time. */
    public List<Entry> of(Actor actor, AppId app, int offset) {
        previews.get(actor, app);
        return store.history(app, offset, PAGE).stream()
                .map(one -> new Entry(
                        one.revision(), one.stamp().modifier(), one.stamp().modifiedAt()))
                .toList();
    }

    /** What differs between two revisions. */
    public List<Difference> between(Actor actor, AppId app, long from, long to) {
        return JsonDiff.between(
                shown(revision(actor, app, from).json()),
                shown(revision(actor, app, to).json()));
    }

    /** What differs between the live settings and those being edited. */
    public List<Difference> edited(Actor actor, AppId app) {
        Preview preview = previews.get(actor, app);
        return store.find(app)
                .map(live -> JsonDiff.between(shown(live.json()), shown(preview.json())))
                .orElseGet(List::of);
    }

    /**
     * Puts the settings of a revision into the preview, to be looked at and deployed. Fields that were deleted since
     * come back from the recycle bin with what records held in them, unless that was purged.
     */
    public Preview rollback(Actor actor, AppId app, long revision, long expected) {
        StoredApp old = revision(actor, app, revision);
        return previews.change(actor, app, expected, edit -> {
            JsonNode webhooks = edit.json().get(WEBHOOKS);
            edit.json().removeAll();
            edit.json().setAll(shown(old.json()));
            if (webhooks != null) {
                edit.json().set(WEBHOOKS, webhooks);
            }
            edit.numberAs(old);
        });
    }

    /**
     * A field in the recycle bin.
     *
     * @param until when what records hold in it is destroyed; null while the field is still on the live form
     */
    public record Binned(DroppedField field, @Nullable Instant until) {}

    /** Fields deleted from the form and not purged yet. */
    public List<Binned> bin(Actor actor, AppId app) {
        Collection<String> live =
                store.find(app).map(one -> one.fieldIds().values()).orElse(List.of());
        return previews.get(actor, app).stored().app().dropped().stream()
                .filter(field -> !field.purged())
                .map(field -> new Binned(
                        field,
                        live.contains(field.id()) ? null : field.droppedAt().plus(kept)))
                .toList();
    }

    /**
     * Puts a deleted field back on the form.
     *
     * @throws org.mimamori.engine.problem.PlatformException with {@code BadParameter} when it is not in the bin, and
     *     {@code SettingsRefused} when its code or its table is not free
     */
    public Preview putBack(Actor actor, AppId app, FieldCode code, long expected) {
        DroppedField dropped = bin(actor, app).reversed().stream()
                .map(Binned::field)
                .filter(field -> field.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.BadParameter.of("field", "notInBin").asException());
        return previews.change(actor, app, expected, edit -> {
            ObjectNode fields = fields(edit.json(), dropped);
            if (fields.has(code.text())) {
                throw Problem.BadParameter.of("field", "codeTaken").asException();
            }
            edit.putBack(dropped.id());
            fields.set(code.text(), dropped.settings().deepCopy());
        });
    }

    private static ObjectNode fields(ObjectNode json, DroppedField dropped) {
        FieldCode table = dropped.table();
        if (table == null) {
            return json.withObjectProperty("fields");
        }
        return json.path("fields").path(table.text()).get("fields") instanceof ObjectNode inner
                ? inner
                : json.withObjectProperty("fields");
    }

    /** Webhooks have secrets, and readers who answer for them: they are not shown and do not come back. */
    private static ObjectNode shown(ObjectNode definition) {
        ObjectNode shown = definition.deepCopy();
        shown.remove(WEBHOOKS);
        return shown;
    }

    private StoredApp revision(Actor actor, AppId app, long revision) {
        previews.get(actor, app);
        return store.revision(app, revision)
                .orElseThrow(() ->
                        Problem.BadParameter.of("revision", "noSuchRevision").asException());
    }
}
