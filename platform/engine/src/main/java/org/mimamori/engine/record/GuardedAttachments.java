package org.mimamori.engine.record;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Administrators;
import org.mimamori.engine.field.FileRef;
import org.mimamori.engine.file.BlobStore;
import org.mimamori.engine.file.Claims;
import org.mimamori.engine.file.FileStore;
import org.mimamori.engine.file.MediaTypes;
import org.mimamori.engine.file.StoredFile;
import org.mimamori.engine.permission.Right;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;

/** Files in and out; a file is as visible as the field it hangs in. */
public final class GuardedAttachments implements Attachments {

    private final GuardedApps apps;
    private final AppPlaces places;
    private final RecordFinder finder;
    private final FileStore files;
    private final Claims claims;
    private final BlobStore blobs;
    private final Clock clock;
    private final long limit;

    /** @param limit largest file in bytes */
    public GuardedAttachments(
            GuardedApps apps,
            AppPlaces places,
            RecordStore store,
            FileStore files,
            BlobStore blobs,
            Clock clock,
            long limit) {
        this.apps = apps;
        this.places = places;
        this.claims = new Claims(files);
        this.finder = new RecordFinder(store);
        this.files = files;
        this.blobs = blobs;
        this.clock = clock;
        this.limit = limit;
    }

    @Override
    public FileRef upload(Actor actor, String name, InputStream content) throws IOException {
        String plain = MediaTypes.plainName(name);
        BufferedInputStream buffered = new BufferedInputStream(content, MediaTypes.SNIFFED);
        String type = MediaTypes.sniff(buffered, plain);
        BlobStore.Blob blob = blobs.write(buffered, limit);
        StoredFile file = new StoredFile(
                claims.newKey(), plain, type, blob.size(), blob.hash(), actor.ref(), clock.instant(), null);
        files.save(file);
        return ref(file);
    }

    @Override
    public Download open(Actor actor, String key) throws IOException {
        StoredFile file = files.find(key).orElseThrow(() -> notFound(key));
        StoredFile.Place place = file.place();
        if (place == null || !visible(actor, key, place)) {
            throw notFound(key);
        }
        return new Download(ref(file), blobs.read(file.hash()));
    }

    private boolean visible(Actor actor, String key, StoredFile.Place place) {
        return switch (place) {
            case StoredFile.Place.InRecord inRecord -> visible(actor, key, inRecord);
            case StoredFile.Place.InSettings(AppId app) -> visibleSetting(actor, key, app);
            case StoredFile.Place.InThread(long space, long thread) -> places.mayEnter(actor, space);
            case StoredFile.Place.InImport reading -> false;
            case StoredFile.Place.InPlugin plugin -> Administrators.is(actor);
        };
    }

    private boolean visible(Actor actor, String key, StoredFile.Place.InRecord place) {
        try {
            Opened opened = apps.open(actor, place.app());
            AppRecord record = finder.get(opened, place.record());
            return opened.readable(place.field()) && FileClaims.keys(record).contains(key);
        } catch (PlatformException denied) {
            return false;
        }
    }

    /** Who sees an app sees the files of its settings; those of settings being edited are for who manages it. */
    private boolean visibleSetting(Actor actor, String key, AppId id) {
        try {
            Opened opened = apps.open(actor, id);
            return opened.access().may(Right.MANAGE)
                    || opened.app().settings().files().stream()
                            .anyMatch(file -> file.key().equals(key));
        } catch (PlatformException denied) {
            return false;
        }
    }

    private static FileRef ref(StoredFile file) {
        return new FileRef(file.key(), file.name(), file.contentType(), file.size());
    }

    private static RuntimeException notFound(String key) {
        return new Problem.FileNotFound(key).asException();
    }
}
