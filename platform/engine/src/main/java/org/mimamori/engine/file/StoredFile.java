package org.mimamori.engine.file;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.FieldCode;

/**
 * An uploaded file, before or after a record has claimed it.
 *
 * @param key unguessable key; for an unclaimed file it can only be attached, for a claimed one only be read
 * @param hash SHA-256 of the content, under which the blob store keeps it
 * @param place where it is attached, or null while unclaimed
 */
public record StoredFile(
        String key,
        String name,
        String contentType,
        long size,
        String hash,
        EntityRef uploader,
        Instant uploadedAt,
        @Nullable Place place) {

    /** Where a file hangs: who may see it there may read it. */
    public sealed interface Place {

        /** A field of a record. */
        record InRecord(AppId app, long record, FieldCode field) implements Place {}

        /** A comment in a thread of a space. */
        record InThread(long space, long thread) implements Place {}

        /** The settings of an app: its icon, or a script it names. */
        record InSettings(AppId app) implements Place {}

        /** A file that is being read in. */
        record InImport(AppId app, long job) implements Place {}

        /** The package of a plug-in of the site. */
        record InPlugin(String plugin) implements Place {}
    }
}
