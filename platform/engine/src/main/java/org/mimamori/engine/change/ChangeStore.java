package org.mimamori.engine.change;

import java.util.List;
import org.mimamori.engine.app.AppDefinition;

/** Port: where the change log is kept. */
public interface ChangeStore {

    /** Keeps entries, numbering them; joins the running transaction. */
    void append(AppDefinition app, List<Change> changes);

    /** Keeps entries that hold no values of records, numbering them; joins the running transaction. */
    void append(List<Change> changes);

    /** A record's entries, newest first. */
    List<Change> ofRecord(AppDefinition app, long record, int limit, long beforeNumber);

    /** Entries with larger numbers, by number. Fields go by the codes they had. */
    List<Change> after(long number, int limit);

    /** The number of the newest entry; 0 for none. */
    long last();

    /** Entries a worker has not claimed yet, oldest first, without what added records held; claims them for it. */
    List<Change> claim(String worker, int limit);

    /** Marks claimed entries done. */
    void done(String worker, List<Change> changes);
}
