package org.mimamori.engine.record;

import java.io.IOException;
import java.io.InputStream;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.field.FileRef;

/** Files on their way in and out. */
public interface Attachments {

    /**
     * Keeps an upload until a record claims it; sniffs what it is.
     *
     * @return the file under its upload key
     */
    FileRef upload(Actor actor, String name, InputStream content) throws IOException;

    /** A file in a record's field that the actor may see, or {@code FileNotFound}. */
    Download open(Actor actor, String key) throws IOException;

    /** A file's data and bytes; the reader closes the stream. */
    record Download(FileRef file, InputStream content) {}
}
