package org.mimamori.engine.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppCatalog;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.change.Change;
import org.mimamori.engine.change.ChangeStore;
import org.mimamori.engine.change.Transactions;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Administrators;
import org.mimamori.engine.file.BlobStore;
import org.mimamori.engine.file.Claims;
import org.mimamori.engine.file.FileStore;
import org.mimamori.engine.file.StoredFile;
import org.mimamori.engine.problem.Problem;

/** The plug-ins of the site, for its administrators. */
public final class Plugins {

    private final PluginStore store;
    private final AppCatalog catalog;
    private final FileStore files;
    private final BlobStore blobs;
    private final Claims claims;
    private final ChangeStore changes;
    private final Transactions transactions;
    private final Clock clock;

    public Plugins(
            PluginStore store,
            AppCatalog catalog,
            FileStore files,
            BlobStore blobs,
            ChangeStore changes,
            Transactions transactions,
            Clock clock) {
        this.store = store;
        this.catalog = catalog;
        this.files = files;
        this.blobs = blobs;
        this.claims = new Claims(files);
        this.changes = changes;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * The installed plug-ins, the latest first.
     *
     * @param ids which ones; all when empty
     */
    public List<Plugin> installed(Actor actor, Collection<String> ids, int offset, int limit) {
        Administrators.require(actor);
        return store.all().stream()
                .filter(Plugin::installed)
                .filter(plugin -> ids.isEmpty() || ids.contains(plugin.id()))
                .skip(offset)
                .limit(limit)
                .toList();
    }

    /** The plug-ins that live apps name and that are not installed. */
    public List<Plugin> required(Actor actor, int offset, int limit) {
        Administrators.require(actor);
        List<String> ids = catalog.all().stream()
                .flatMap(app -> app.settings().plugins().stream())
                .distinct()
                .toList();
        return of(ids).stream()
                .filter(plugin -> !plugin.installed())
                .skip(offset)
                .limit(limit)
                .toList();
    }

    /** The live apps that name a plug-in, by number. */
    public List<AppDefinition> apps(Actor actor, String id, int offset, int limit) {
        Administrators.require(actor);
        List<AppDefinition> apps = catalog.all().stream()
                .filter(app -> app.settings().plugins().contains(id))
                .toList();
        if (apps.isEmpty() && store.find(id).isEmpty()) {
            throw unknown(id);
        }
        return apps.stream().skip(offset).limit(limit).toList();
    }

    /** What is known of the plug-ins an app names, in its order. Whoever sees the app may know. */
    public List<Plugin> of(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<String, Plugin> known = store.all().stream().collect(Collectors.toMap(Plugin::id, Function.identity()));
        return ids.stream()
                .map(id -> known.getOrDefault(id, Plugin.unknown(id)))
                .toList();
    }

    /** Installs a plug-in that is not, from an upload of the actor's. */
    public Plugin install(Actor actor, String fileKey) {
        Administrators.require(actor);
        PluginPackage read = read(actor, fileKey);
        return transactions.run(() -> {
            if (store.find(read.id()).filter(Plugin::installed).isPresent()) {
                throw PluginPackage.refuse("pluginThere", read.id());
            }
            return keep(actor, fileKey, read, null);
        });
    }

    /** Puts another version of an installed plug-in, signed with the same key, in its place. */
    public Plugin update(Actor actor, String id, String fileKey) {
        Administrators.require(actor);
        requireInstalled(id);
        PluginPackage read = read(actor, fileKey);
        if (!read.id().equals(id)) {
            throw PluginPackage.refuse("pluginOther", read.id());
        }
        return transactions.run(() -> keep(actor, fileKey, read, requireInstalled(id)));
    }

    /** Removes a plug-in. Apps that name it keep doing so, and need it again from then on. */
    public void remove(Actor actor, String id) {
        Administrators.require(actor);
        transactions.run(() -> {
            Plugin before = requireInstalled(id);
            release(before);
            store.save(new Plugin(id, before.name(), before.description(), before.version(), null, clock.instant()));
            log(actor, id, Change.Deed.DELETED, detail("version", before.version(), null));
            return true;
        });
    }

    private Plugin keep(Actor actor, String fileKey, PluginPackage read, @Nullable Plugin before) {
        StoredFile kept = claims.claim(actor, fileKey, new StoredFile.Place.InPlugin(read.id()));
        if (before != null) {
            release(before);
        }
        PluginManifest manifest = read.manifest();
        Plugin plugin = new Plugin(
                read.id(),
                manifest.name(),
                manifest.description(),
                manifest.version(),
                kept.key(),
                before == null ? clock.instant() : before.installedAt());
        store.save(plugin);
        log(
                actor,
                plugin.id(),
                before == null ? Change.Deed.CREATED : Change.Deed.UPDATED,
                detail("version", before == null ? null : before.version(), plugin.version()));
        return plugin;
    }

    private PluginPackage read(Actor actor, String fileKey) {
        StoredFile upload = claims.upload(actor, fileKey);
        if (upload.size() > PluginPackage.LARGEST) {
            throw new Problem.TooLarge(PluginPackage.LARGEST).asException();
        }
        try (InputStream zip = blobs.read(upload.hash())) {
            return PluginPackage.read(zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Plugin requireInstalled(String id) {
        return store.find(id).filter(Plugin::installed).orElseThrow(() -> unknown(id));
    }

    /** Gives the package back to what is swept away, bytes and all. */
    private void release(Plugin plugin) {
        if (plugin.file() == null) {
            return;
        }
        files.find(plugin.file())
                .map(file -> new StoredFile(
                        file.key(),
                        file.name(),
                        file.contentType(),
                        file.size(),
                        file.hash(),
                        file.uploader(),
                        file.uploadedAt(),
                        null))
                .ifPresent(files::save);
    }

    private void log(Actor actor, String id, Change.Deed deed, List<Change.Detail> details) {
        changes.append(List.of(Change.administered(
                clock.instant(),
                actor,
                Change.NO_APP,
                new Change.What.Administered(Change.Subject.PLUGIN, id, deed, details))));
    }

    private static List<Change.Detail> detail(String name, @Nullable String before, @Nullable String after) {
        return List.of(new Change.Detail(name, before, after));
    }

    private static RuntimeException unknown(String id) {
        return Problem.BadParameter.of("id", "pluginUnknown", id).asException();
    }
}
