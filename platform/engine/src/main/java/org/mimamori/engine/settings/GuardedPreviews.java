package org.mimamori.engine.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.mimamori.engine.app.AppCatalog;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.app.AppInstaller;
import org.mimamori.engine.app.AppStore;
import org.mimamori.engine.app.DefinitionEdit;
import org.mimamori.engine.app.PreviewMaker;
import org.mimamori.engine.app.StoredPreview;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.permission.Access;
import org.mimamori.engine.permission.Right;
import org.mimamori.engine.problem.DefinitionProblem;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.record.Apps;

/** Previews seen through the actor's rights. */
public final class GuardedPreviews implements Previews {

    private final Apps apps;
    private final AppCatalog catalog;
    private final AppStore store;
    private final PreviewMaker maker;
    private final AppInstaller installer;

    /** How deployments of this process stand; what is in none of them stands as it was deployed. */
    private final Map<AppId, DeployStatus> statuses = new ConcurrentHashMap<>();

    public GuardedPreviews(Apps apps, AppCatalog catalog, AppStore store, PreviewMaker maker, AppInstaller installer) {
        this.apps = apps;
        this.catalog = catalog;
        this.store = store;
        this.maker = maker;
        this.installer = installer;
    }

    @Override
    public Preview get(Actor actor, AppId app) {
        Optional<StoredPreview> edited = store.preview(app);
        Optional<AppDefinition> live = catalog.find(app);
        // A live app is there only for whom the door of its space lets through.
        live.ifPresent(one -> apps.get(actor, app));
        StoredPreview stored =
                edited.or(() -> store.find(app).map(StoredPreview::of)).orElseThrow(() -> notFound(actor, app));
        AppDefinition compiled = edited.isEmpty() && live.isPresent() ? live.get() : maker.compile(stored);
        requireManager(actor, live.orElse(compiled));
        return new Preview(compiled, stored, live.isPresent(), edited.isPresent());
    }

    private void requireManager(Actor actor, AppDefinition app) {
        Access access = apps.access(actor, app);
        if (!access.sees()) {
            throw notFound(actor, app.id());
        }
        access.require(Right.MANAGE);
    }

    @Override
    public Preview change(
            Actor actor, AppId app, long expected, Consumer<DefinitionEdit> change, Consumer<AppDefinition> check) {
        Preview before = get(actor, app);
        requireRevision(before, expected);
        StoredPreview after = sound(() -> maker.edited(before.stored(), before.app(), change, actor.ref()));
        AppDefinition compiled = maker.compile(after);
        check.accept(compiled);
        if (!store.savePreview(after, before.edited() ? before.revision() : 0)) {
            throw new Problem.SettingsConflict(app.toString()).asException();
        }
        return new Preview(compiled, after, before.live(), true);
    }

    @Override
    public long changeLive(Actor actor, AppId app, long expected, Consumer<DefinitionEdit> change) {
        Preview before = get(actor, app);
        StoredPreview live = store.find(app).map(StoredPreview::of).orElseThrow(() -> notFound(actor, app));
        requireRevision(live, expected);
        StoredPreview base = live.counting(before.revision());
        StoredPreview after = sound(() -> maker.edited(base, maker.compile(base), change, actor.ref()));
        Optional<StoredPreview> editing =
                before.edited() ? Optional.of(alsoChanged(before, after, change, actor)) : Optional.empty();
        try {
            installer.deploy(List.of(after), () -> {
                requireNotEditedSince(List.of(after));
                editing.ifPresent(preview -> store.savePreview(preview, 0));
            });
        } catch (PlatformException refused) {
            throw deployRefused(refused);
        }
        return after.app().revision();
    }

    /** What was being edited, with the same change in it; it counts on from the live revision. */
    private StoredPreview alsoChanged(
            Preview before, StoredPreview live, Consumer<DefinitionEdit> change, Actor actor) {
        StoredPreview base = before.stored().counting(live.app().revision());
        return sound(() -> maker.edited(base, before.app(), change, actor.ref()));
    }

    /**
     * Inside the transaction of a deployment, which takes the previews away: one that is still there was edited after
     * it was read for the deployment. Nothing is made live then, or that edit would go on from what is no more.
     */
    private void requireNotEditedSince(List<StoredPreview> deployed) {
        for (StoredPreview one : deployed) {
            if (store.preview(one.app().id()).isPresent()) {
                throw new Problem.SettingsConflict(one.app().id().toString()).asException();
            }
        }
    }

    private static PlatformException deployRefused(PlatformException refused) {
        return refused.problem() instanceof Problem.DefinitionRefused(List<DefinitionProblem> found)
                ? new Problem.DeployRefused(found).asException()
                : refused;
    }

    private static StoredPreview sound(Supplier<StoredPreview> work) {
        try {
            return work.get();
        } catch (PlatformException refused) {
            if (refused.problem() instanceof Problem.DefinitionRefused(List<DefinitionProblem> found)) {
                throw new Problem.SettingsRefused(found).asException();
            }
            throw refused;
        }
    }

    @Override
    public Preview create(Actor actor, String name) {
        AppMakers.require(actor);
        String language = actor.locale().getLanguage().equals(Locale.JAPANESE.getLanguage()) ? "ja" : "en";
        StoredPreview made = sound(() -> maker.fresh(store.nextId(), name, language, actor.ref()));
        store.savePreview(made, 0);
        return new Preview(maker.compile(made), made, false, true);
    }

    @Override
    public void deploy(Actor actor, List<AppRevision> wanted) {
        List<StoredPreview> edited = new ArrayList<>();
        for (AppRevision one : wanted) {
            Preview preview = get(actor, one.app());
            requireRevision(preview, one.expected());
            if (preview.edited()) {
                edited.add(preview.stored());
            }
        }
        if (!edited.isEmpty()) {
            run(actor, edited);
        }
    }

    private void run(Actor actor, List<StoredPreview> edited) {
        mark(edited, DeployStatus.PROCESSING);
        try {
            Followers followers = Followers.of(edited, store, catalog, maker);
            installer.deploy(followers.deployed(), () -> {
                requireNotEditedSince(followers.deployed());
                followers.keepEdited(store);
            });
            mark(edited, DeployStatus.SUCCESS);
        } catch (PlatformException refused) {
            mark(edited, edited.size() == 1 ? DeployStatus.FAIL : DeployStatus.CANCEL);
            throw deployRefused(refused);
        } catch (RuntimeException failed) {
            mark(edited, DeployStatus.FAIL);
            throw failed;
        }
    }

    private void mark(List<StoredPreview> previews, DeployStatus status) {
        previews.forEach(preview -> statuses.put(preview.app().id(), status));
    }

    @Override
    public void revert(Actor actor, List<AppRevision> wanted) {
        for (AppRevision one : wanted) {
            requireRevision(get(actor, one.app()), one.expected());
        }
        wanted.forEach(one -> store.dropPreview(one.app()));
    }

    @Override
    public DeployStatus status(Actor actor, AppId app) {
        get(actor, app);
        return statuses.getOrDefault(app, DeployStatus.SUCCESS);
    }

    private static void requireRevision(Preview preview, long expected) {
        requireRevision(preview.stored(), expected);
    }

    private static void requireRevision(StoredPreview stored, long expected) {
        if (expected != ANY && expected != stored.app().revision()) {
            throw new Problem.SettingsConflict(stored.app().id().toString()).asException();
        }
    }

    private static PlatformException notFound(Actor actor, AppId app) {
        return actor instanceof Actor.Program
                ? new Problem.TokenForbidden().asException()
                : new Problem.AppNotFound(app.toString()).asException();
    }
}
