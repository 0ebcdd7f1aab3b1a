package org.mimamori.engine.record;

import java.util.Collection;
import java.util.Set;
import java.util.function.Consumer;
import org.mimamori.engine.app.AppDefinition;

/**
 * Port: takes what deleted fields held out of all that is kept of an app's records. Done again, it changes nothing.
 * Each call is a transaction of its own.
 */
public interface PurgeStore {

    /**
     * Goes through some records after a number.
     *
     * @param fields storage ids of the fields
     * @param files told the keys of files that are taken out, before they are; it may happen more than once
     */
    Page records(AppDefinition app, Set<String> fields, long after, Consumer<Collection<String>> files);

    /** Goes through some entries of the change log after a number, those of deleted records among them. */
    Page changes(AppDefinition app, Set<String> fields, long after, Consumer<Collection<String>> files);

    /**
     * What was gone through.
     *
     * @param last number of the last one
     * @param looked how many it were; 0 at the end
     * @param changed how many held something
     */
    record Page(long last, int looked, int changed) {}
}
