package org.mimamori.engine.app;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.problem.DefinitionProblem;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;

/** Makes definitions live: new apps, and new revisions of apps there are. */
public final class AppInstaller {

    private final DefinitionReader reader;
    private final AppStore store;
    private final CompiledApps apps;
    private final Clock clock;

    public AppInstaller(DefinitionReader reader, AppStore store, CompiledApps apps, Clock clock) {
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

    private AppDefinition live(Batch.Candidate candidate, EntityRef actor) {
        Optional<StoredApp> existing = store.findByCode(candidate.content().code());
        if (existing.isPresent()
                && existing.get().source().equals(candidate.source().hash())) {
            return apps.find(existing.get().id()).orElseGet(() -> reader.compile(existing.get()));
        }
        StoredApp stored = existing.map(old -> changed(old, candidate, actor)).orElseGet(() -> fresh(candidate, actor));
        AppDefinition compiled = candidate.content().as(stored);
        store.save(stored, compiled);
        apps.saved(compiled);
        return compiled;
    }

    private StoredApp fresh(Batch.Candidate candidate, EntityRef actor) {
        Instant now = clock.instant();
        Stamp stamp = new Stamp(actor, now, actor, now);
        return stored(store.nextId(), candidate, Map.of(), null, Map.of(), 1, stamp);
    }

    private StoredApp changed(StoredApp old, Batch.Candidate candidate, EntityRef actor) {
        Stamp stamp = new Stamp(old.stamp().creator(), old.stamp().createdAt(), actor, clock.instant());
        FormFields before = apps.find(old.id()).map(AppDefinition::fields).orElse(null);
        return stored(old.id(), candidate, old.fieldIds(), before, old.viewIds(), old.revision() + 1, stamp);
    }

    private static StoredApp stored(
            AppId id,
            Batch.Candidate candidate,
            Map<FieldCode, String> fieldIds,
            @Nullable FormFields before,
            Map<String, Long> viewIds,
            long revision,
            Stamp stamp) {
        DefinitionContent content = candidate.content();
        return new StoredApp(
                id,
                content.code(),
                candidate.source().json(),
                Numbers.ofFields(content.form().fields(), fieldIds, before),
                Numbers.ofParts(id, content.numbered(), viewIds),
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
