package org.mimamori.engine.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.mimamori.engine.problem.PlatformException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The live apps, compiled once per revision and kept in memory. Other processes change definitions too, so the store is
 * asked for its revisions, though not more often than every half second.
 */
public final class CompiledApps implements AppCatalog {

    private static final Logger LOG = LoggerFactory.getLogger(CompiledApps.class);

    /** How old the answer "nothing has changed" may be. */
    private static final Duration FRESH = Duration.ofMillis(500);

    private final AppStore store;
    private final DefinitionReader reader;
    private final Clock clock;
    private volatile Copy copy = new Copy(Instant.MIN, new TreeMap<>());

    public CompiledApps(AppStore store, DefinitionReader reader, Clock clock) {
        this.store = store;
        this.reader = reader;
        this.clock = clock;
    }

    @Override
    public List<AppDefinition> all() {
        return current().apps().values().stream()
                .flatMap(entry -> entry.app().stream())
                .toList();
    }

    @Override
    public Optional<AppDefinition> find(AppId id) {
        return Optional.ofNullable(current().apps().get(id.value())).flatMap(Entry::app);
    }

    @Override
    public Optional<AppDefinition> findByCode(String code) {
        return all().stream().filter(app -> app.code().equals(code)).findFirst();
    }

    /** Takes an app that has just been saved, so that who saved it sees it at once. */
    synchronized void saved(AppDefinition app) {
        TreeMap<Long, Entry> apps = new TreeMap<>(copy.apps());
        apps.put(app.id().value(), new Entry(app.revision(), Optional.of(app)));
        copy = new Copy(copy.asOf(), apps);
    }

    private Copy current() {
        Copy held = copy;
        if (held.isFresh(clock.instant())) {
            return held;
        }
        synchronized (this) {
            if (!copy.isFresh(clock.instant())) {
                copy = renewed(copy);
            }
            return copy;
        }
    }

    private Copy renewed(Copy old) {
        TreeMap<Long, Entry> apps = new TreeMap<>();
        for (AppStore.StoredRevision revision : store.revisions()) {
            Entry known = old.apps().get(revision.id().value());
            boolean current = known != null && known.revision() == revision.revision();
            apps.put(revision.id().value(), current ? known : compiled(revision));
        }
        return new Copy(clock.instant(), apps);
    }

    private Entry compiled(AppStore.StoredRevision revision) {
        try {
            Optional<AppDefinition> app = store.find(revision.id()).map(reader::compile);
            return new Entry(app.map(AppDefinition::revision).orElse(revision.revision()), app);
        } catch (PlatformException broken) {
            LOG.error("App {} ({}) cannot be used: {}", revision.id(), revision.code(), broken.problem());
            return new Entry(revision.revision(), Optional.empty());
        }
    }

    /** What was in the store at an instant, by number. */
    private record Copy(Instant asOf, TreeMap<Long, Entry> apps) {

        boolean isFresh(Instant now) {
            return Duration.between(asOf, now).abs().compareTo(FRESH) < 0;
        }
    }

    /** An app as compiled at a revision; empty for one this program cannot read. */
    private record Entry(long revision, Optional<AppDefinition> app) {}
}
