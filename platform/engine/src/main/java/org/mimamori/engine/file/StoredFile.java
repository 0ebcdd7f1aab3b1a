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

    /**
     * What a file hangs in.
     *
     * @param record number of the record; 0 for a file that the settings of the app hold
     * @param field field of the record; null for a file of the settings
     */
    public record Place(AppId app, long record, @Nullable FieldCode field) {

        /** In the settings of an app: its icon, or a script it names. */
        public static Place ofSettings(AppId app) {
            return new Place(app, 0, null);
        }
    }
}
