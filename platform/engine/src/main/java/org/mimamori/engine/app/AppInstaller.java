package org.mimamori.engine.app;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.problem.DefinitionProblem;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;

/** Makes definitions live: new apps, and new revisions of apps there are. */
public final class AppInstaller {

    private final DefinitionReader reader;
    private final AppStore store;
    private final CompiledApps apps;
    private final Clock clock;
    private final DeployListener listener;

    /** An installer after which nothing has to be done. */
    public AppInstaller(DefinitionReader reader, AppStore store, CompiledApps apps, Clock clock) {
        this(reader, store, apps, clock, DeployListener.NONE);
    }

    public AppInstaller(
            DefinitionReader reader, AppStore store, CompiledApps apps, Clock clock, DeployListener listener) {
        this.listener = listener;
        this.reader = reader;
        this.store = store;
        this.apps = apps;
        this.clock = clock;
    }

    /**
     * Installs one definition that a person brings, or leaves the app alone when the definition is the one last
     * installed. The person can lend a webhook no rights but his own.
     *
     * @throws org.mimamori.engine.problem.PlatformException with {@code DefinitionRefused}
     */
    public AppDefinition install(DefinitionSource source, EntityRef actor) {
        Batch batch = new Batch(reader, apps);
        batch.add(source);
        batch.settle();
        List<DefinitionProblem> problems = new ArrayList<>(batch.problems());
        batch.ready().forEach(candidate -> problems.addAll(foreignReaders(candidate, actor)));
        if (!problems.isEmpty()) {
            throw new Problem.DefinitionRefused(problems).asException();
        }
        return batch.ready().stream()
                .map(candidate -> live(candidate, actor))
                .toList()
                .getFirst();
    }

    /**
     * Installs the operator's definitions, which may mention each other. A broken one is refused and the others go on.
     */
    public Installed installAll(List<DefinitionSource> sources, EntityRef actor) {
        Batch batch = new Batch(reader, apps);
        sources.forEach(batch::add);
        batch.settle();
        List<AppDefinition> live = new ArrayList<>();
        List<DefinitionProblem> problems = new ArrayList<>(batch.problems());
        for (Batch.Candidate candidate : batch.ready()) {
            try {
                live.add(live(candidate, actor));
            } catch (PlatformException refused) {
                problems.addAll(problems(refused));
            }
        }
        return new Installed(live, problems, batch.gaps());
    }

    /** What the store finds wrong: what the records there are break. */
    private static List<DefinitionProblem> problems(PlatformException refused) {
        if (refused.problem() instanceof Problem.DefinitionRefused(List<DefinitionProblem> found)) {
            return found;
        }
        throw refused;
    }

    private List<DefinitionProblem> foreignReaders(Batch.Candidate candidate, EntityRef actor) {
        List<Webhook> live = apps.findByCode(candidate.content().code())
                .map(AppDefinition::webhooks)
                .orElse(List.of());
        return WebhookReaders.check(
                candidate.source().file(), candidate.content().webhooks(), live, actor);
    }

    /**
     * Makes previews live, all or none.
     *
     * @param also further work of the transaction that makes them live
     * @throws org.mimamori.engine.problem.PlatformException with {@code DefinitionRefused}
     */
    public List<AppDefinition> deploy(List<StoredPreview> previews, Runnable also) {
        Batch batch = new Batch(reader, apps);
        Map<AppId, StoredPreview> edited = new LinkedHashMap<>();
        for (StoredPreview preview : previews) {
            StoredApp app = preview.app();
            edited.put(app.id(), preview);
            batch.addEdited(app.id(), new DefinitionSource(app.code(), app.json(), app.source()));
        }
        batch.settle();
        if (!batch.problems().isEmpty()) {
            throw new Problem.DefinitionRefused(batch.problems()).asException();
        }
        Map<String, DefinitionContent> contents = new HashMap<>();
        batch.ready().forEach(one -> contents.put(one.content().code(), one.content()));
        List<Deployment> deployments = previews.stream()
                .map(StoredPreview::app)
                .map(this::withDroppedNow)
                .map(app -> new Deployment(
                        app, Objects.requireNonNull(contents.get(app.code())).as(app)))
                .toList();
        keep(deployments, edited, also);
        return deployments.stream().map(Deployment::compiled).toList();
    }

    /**
     * What records hold in a field that goes with this deployment is kept from now on, however long ago it was deleted.
     */
    private StoredApp withDroppedNow(StoredApp app) {
        Collection<String> live =
                store.find(app.id()).map(StoredApp::fieldIds).map(Map::values).orElse(List.of());
        return app.withDropped(app.dropped().stream()
                .map(field -> live.contains(field.id()) ? field.droppedAt(clock.instant()) : field)
                .toList());
    }

    private void keep(List<Deployment> deployments, Map<AppId, StoredPreview> edited, Runnable also) {
        List<Deployed> deployed = new ArrayList<>();
        for (Deployment one : deployments) {
            StoredPreview preview = edited.get(one.app().id());
            deployed.add(new Deployed(
                    apps.find(one.app().id()).orElse(null),
                    one.compiled(),
                    preview == null ? List.of() : preview.renames(),
                    one.app().stamp().modifier()));
        }
        store.deploy(deployments, () -> {
            also.run();
            deployed.forEach(listener::deployed);
        });
        deployments.forEach(one -> apps.saved(one.compiled()));
    }

    private AppDefinition live(Batch.Candidate candidate, EntityRef actor) {
        Optional<StoredApp> existing = store.findByCode(candidate.content().code());
        if (existing.isPresent()
                && existing.get().source().equals(candidate.source().hash())) {
            return apps.find(existing.get().id()).orElseGet(() -> reader.compile(existing.get()));
        }
        StoredApp stored = existing.map(old -> changed(old, candidate, actor)).orElseGet(() -> fresh(candidate, actor));
        AppDefinition compiled = candidate.content().as(stored);
        keep(List.of(new Deployment(stored, compiled)), Map.of(), () -> {});
        return compiled;
    }

    private StoredApp fresh(Batch.Candidate candidate, EntityRef actor) {
        Instant now = clock.instant();
        Stamp stamp = new Stamp(actor, now, actor, now);
        return stored(store.nextId(), candidate, null, null, 1, stamp);
    }

    private StoredApp changed(StoredApp old, Batch.Candidate candidate, EntityRef actor) {
        Stamp stamp = new Stamp(old.stamp().creator(), old.stamp().createdAt(), actor, clock.instant());
        FormFields before = apps.find(old.id()).map(AppDefinition::fields).orElse(null);
        // Previews count on, so a revision names one state of the settings, whoever makes it.
        long edited =
                store.preview(old.id()).map(preview -> preview.app().revision()).orElse(0L);
        return stored(old.id(), candidate, old, before, Math.max(old.revision(), edited) + 1, stamp);
    }

    private static StoredApp stored(
            AppId id,
            Batch.Candidate candidate,
            @Nullable StoredApp old,
            @Nullable FormFields before,
            long revision,
            Stamp stamp) {
        DefinitionContent content = candidate.content();
        List<DroppedField> dropped = old == null ? List.of() : old.dropped();
        return new StoredApp(
                id,
                content.code(),
                candidate.source().json(),
                Numbers.ofFields(content.form().fields(), old == null ? Map.of() : old.fieldIds(), dropped, before),
                Numbers.ofParts(id, content.numbered(), old == null ? Map.of() : old.viewIds()),
                dropped,
                revision,
                candidate.source().hash(),
                stamp);
    }

    /**
     * What came of installing several definitions.
     *
     * @param problems why some were refused
     * @param gaps what is no fault but most often a slip: apps that installed ones would show or count records of, and
     *     which are not there; statuses no record will come to
     */
    public record Installed(List<AppDefinition> live, List<DefinitionProblem> problems, List<DefinitionProblem> gaps) {
        public Installed {
            live = List.copyOf(live);
            problems = List.copyOf(problems);
            gaps = List.copyOf(gaps);
        }
    }
}
