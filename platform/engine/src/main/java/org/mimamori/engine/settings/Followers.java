package org.mimamori.engine.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mimamori.engine.app.AppCatalog;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.app.AppStore;
import org.mimamori.engine.app.PreviewMaker;
import org.mimamori.engine.app.StoredApp;
import org.mimamori.engine.app.StoredPreview;
import org.mimamori.engine.edit.Renaming;
import org.mimamori.engine.problem.Problem;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a deployment that renames fields or options carries along: the other apps that mention them, live or being
 * edited. They become live with the new names in the same step, so a lookup never looks for a field that is not there.
 *
 * @param deployed what is to be live: the apps deployed, and those that follow
 * @param edited previews under the new names, with the revision of the preview each replaces, or 0 where the deployment
 *     itself takes that away
 */
record Followers(List<StoredPreview> deployed, Map<AppId, Edited> edited) {

    /** A preview, and the revision it replaces. */
    record Edited(StoredPreview preview, long replaces) {}

    static Followers of(List<StoredPreview> wanted, AppStore store, AppCatalog catalog, PreviewMaker maker) {
        List<Renaming> renamings = renamings(wanted, store, catalog, maker);
        List<StoredPreview> deployed = new ArrayList<>();
        wanted.forEach(preview ->
                deployed.add(renamed(preview, renamings, preview.app().revision())));
        Map<AppId, Edited> edited = new TreeMap<>((a, b) -> Long.compare(a.value(), b.value()));
        if (!renamings.isEmpty()) {
            List<AppId> own = wanted.stream().map(preview -> preview.app().id()).toList();
            for (AppDefinition app : catalog.all()) {
                if (!own.contains(app.id())) {
                    follow(app.id(), renamings, store, deployed, edited);
                }
            }
            for (AppId id : store.previews()) {
                if (!own.contains(id) && !edited.containsKey(id)) {
                    store.preview(id).ifPresent(preview -> edit(preview, renamings, edited));
                }
            }
        }
        return new Followers(deployed, edited);
    }

    private static List<Renaming> renamings(
            List<StoredPreview> wanted, AppStore store, AppCatalog catalog, PreviewMaker maker) {
        List<Renaming> renamings = new ArrayList<>();
        for (StoredPreview preview : wanted) {
            Optional<StoredApp> live = store.find(preview.app().id());
            Optional<AppDefinition> before = catalog.find(preview.app().id());
            if (live.isPresent() && before.isPresent()) {
                renamings.add(Renaming.between(live.get(), before.get(), preview, maker.compile(preview)));
            }
        }
        renamings.removeIf(Renaming::isEmpty);
        return renamings;
    }

    private static void follow(
            AppId id,
            List<Renaming> renamings,
            AppStore store,
            List<StoredPreview> deployed,
            Map<AppId, Edited> edited) {
        StoredApp live = store.find(id).orElse(null);
        if (live == null) {
            return;
        }
        StoredPreview before = StoredPreview.of(live);
        Optional<StoredPreview> preview = store.preview(id);
        long last = Math.max(
                live.revision(), preview.map(one -> one.app().revision()).orElse(0L));
        StoredPreview after = renamed(before, renamings, last + 1);
        if (after.app().json() != live.json()) {
            deployed.add(after);
            preview.ifPresent(one -> edited.put(id, new Edited(renamed(one, renamings, last + 2), 0)));
        }
    }

    private static void edit(StoredPreview preview, List<Renaming> renamings, Map<AppId, Edited> edited) {
        long revision = preview.app().revision();
        StoredPreview after = renamed(preview, renamings, revision + 1);
        if (after.app().json() != preview.app().json()) {
            edited.put(preview.app().id(), new Edited(after, revision));
        }
    }

    private static StoredPreview renamed(StoredPreview preview, List<Renaming> renamings, long revision) {
        StoredApp app = preview.app();
        ObjectNode json = app.json();
        for (Renaming renaming : renamings) {
            json = renaming.app().equals(app.id()) ? json : renaming.in(app.id(), json);
        }
        StoredApp renamed = new StoredApp(
                app.id(),
                app.code(),
                json,
                app.fieldIds(),
                app.viewIds(),
                app.dropped(),
                revision,
                app.source(),
                app.stamp());
        return new StoredPreview(renamed, preview.renames());
    }

    /** Keeps the previews under the new names, inside the transaction of the deployment. */
    void keepEdited(AppStore store) {
        edited.forEach((id, one) -> {
            if (!store.savePreview(one.preview(), one.replaces())) {
                throw new Problem.SettingsConflict(id.toString()).asException();
            }
        });
    }
}
