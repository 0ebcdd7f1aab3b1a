package org.mimamori.engine.app;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.FieldCode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A field somebody deleted from a form. Its values stay with the records and in the change log, seen by nobody, until
 * they are purged; until then the field can be put back. kintone destroys them at once.
 *
 * @param id storage id, never given again
 * @param settings the field's settings as they stood in the definition
 * @param table the table the field stood in
 * @param purged whether what records held in it is gone or going
 * @param droppedAt when it was deleted: in the preview, and from the deployment on when that was
 */
public record DroppedField(
        FieldCode code,
        String id,
        ObjectNode settings,
        @Nullable FieldCode table,
        boolean purged,
        Instant droppedAt,
        EntityRef droppedBy) {

    /** The field as one that cannot be put back any more. */
    public DroppedField asPurged() {
        return new DroppedField(code, id, settings, table, true, droppedAt, droppedBy);
    }

    DroppedField droppedAt(Instant instant) {
        return new DroppedField(code, id, settings, table, purged, instant, droppedBy);
    }
}
