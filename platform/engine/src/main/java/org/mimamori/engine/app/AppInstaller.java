package org.mimamori.engine.app;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.problem.DefinitionProblem;
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
     * Installs one definition, or leaves the app alone when the definition is the one last installed.
     *
     * @throws org.mimamori.engine.problem.PlatformException with {@code DefinitionRefused}
     */
    public AppDefinition install(DefinitionSource source, EntityRef actor) {
        Batch batch = new Batch(reader, apps);
        batch.add(source);
        batch.settle();
        if (!batch.problems().isEmpty()) {
            throw new Problem.DefinitionRefused(batch.problems()).asException();
        }
        return batch.ready().stream()
                .map(candidate -> live(candidate, actor))
                .toList()
                .getFirst();
    }

    /** Installs definitions that may mention each other. A broken one is refused and the others go on. */
    public Installed installAll(List<DefinitionSource> sources, EntityRef actor) {
        Batch batch = new Batch(reader, apps);
        sources.forEach(batch::add);
        batch.settle();
        List<AppDefinition> live =
                batch.ready().stream().map(candidate -> live(candidate, actor)).toList();
        return new Installed(live, batch.problems(), batch.gaps());
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
     * @param gaps apps that installed ones would show or count records of, and which are not there
     */
    public record Installed(List<AppDefinition> live, List<DefinitionProblem> problems, List<DefinitionProblem> gaps) {
        public Installed {
            live = List.copyOf(live);
            problems = List.copyOf(problems);
            gaps = List.copyOf(gaps);
        }
    }
}
