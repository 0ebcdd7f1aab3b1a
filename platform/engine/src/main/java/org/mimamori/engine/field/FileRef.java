package org.mimamori.engine.field;

/**
 * A file as a record holds it.
 *
 * @param key the file key: an upload key in a submission, the download key in a record
 * @param name file name as uploaded, without folders
 * @param contentType media type found by looking at the content
 * @param size in bytes
 */
public record FileRef(String key, String name, String contentType, long size) {

    /** A file a client names by key only; the rest is filled in when it is claimed. */
    public static FileRef byKey(String key) {
        return new FileRef(key, "", "", 0);
    }
}
