package org.mimamori.engine.record;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.mimamori.engine.app.AppCatalog;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.file.FileSweeper;

/**
 * Destroys what deleted fields held: in records, in the change log, and files. Revisions stay, for nobody has changed a
 * record. A field that has come back to the form by then is left alone.
 */
public final class FieldPurge {

    private final PurgeStore store;
    private final AppCatalog catalog;
    private final FileSweeper files;

    public FieldPurge(PurgeStore store, AppCatalog catalog, FileSweeper files) {
        this.store = store;
        this.catalog = catalog;
        this.files = files;
    }

    /**
     * Goes through the records of an app after a number, then through its change log.
     *
     * @param fields storage ids
     * @param listener told of each page of records; may end the work by an exception
     */
    public void from(AppId app, Set<String> fields, long after, PageListener listener) {
        Optional<PurgeStore.Page> page = records(app, fields, after);
        while (page.isPresent()) {
            PurgeStore.Page done = page.get();
            listener.page(done.last(), done.looked(), done.changed());
            page = records(app, fields, done.last());
        }
        page = changes(app, fields, 0);
        while (page.isPresent()) {
            page = changes(app, fields, page.get().last());
        }
    }

    private Optional<PurgeStore.Page> records(AppId id, Set<String> fields, long after) {
        return catalog.find(id)
                .map(app -> store.records(app, gone(app, fields), after, files::remove))
                .filter(page -> page.looked() > 0);
    }

    private Optional<PurgeStore.Page> changes(AppId id, Set<String> fields, long after) {
        return catalog.find(id)
                .map(app -> store.changes(app, gone(app, fields), after, files::remove))
                .filter(page -> page.looked() > 0);
    }

    private static Set<String> gone(AppDefinition app, Set<String> fields) {
        Set<String> gone = new HashSet<>(fields);
        app.fieldIds().values().forEach(gone::remove);
        return gone;
    }
}
