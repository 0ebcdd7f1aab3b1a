package org.mimamori.engine.app;

import java.util.List;

/**
 * The settings of an app as they are being edited: what the app becomes when they are deployed.
 *
 * @param app the definition with the numbers and the revision it has so far
 * @param renames options renamed since the last deployment, in the order in which it happened
 */
public record StoredPreview(StoredApp app, List<OptionRename> renames) {

    public StoredPreview {
        renames = List.copyOf(renames);
    }

    /** The same settings as of a revision, from which the next one counts on. */
    public StoredPreview counting(long revision) {
        StoredApp counted = new StoredApp(
                app.id(),
                app.code(),
                app.json(),
                app.fieldIds(),
                app.viewIds(),
                app.dropped(),
                Math.max(app.revision(), revision),
                app.source(),
                app.stamp());
        return new StoredPreview(counted, renames);
    }

    /** The preview of an app in which nothing has been edited. */
    public static StoredPreview of(StoredApp live) {
        return new StoredPreview(live, List.of());
    }
}
