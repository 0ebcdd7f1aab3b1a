package org.mimamori.engine.store;

import java.nio.file.Path;

/**
 * Where the platform keeps its data.
 *
 * @param connectionString of a MongoDB replica set, or of the embedded server
 * @param database name of the database
 * @param files folder for the bytes of attached files
 * @param strict whether a command that the embedded server and MongoDB might not understand alike is an error; for
 *     tests and development
 */
public record StoreSettings(String connectionString, String database, Path files, boolean strict) {

    public static StoreSettings of(String connectionString, String database, Path files) {
        return new StoreSettings(connectionString, database, files, false);
    }

    public StoreSettings strictly() {
        return new StoreSettings(connectionString, database, files, true);
    }
}
