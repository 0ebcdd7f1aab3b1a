package org.mimamori.engine.imports;

import java.io.IOException;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.record.Apps;

/** A file and what it means for the app and the person, as both are now. */
record Opened(FileContent content, ImportPlan plan, Columns columns, RecordReader reader) {

    static Opened of(FileContent content, ImportPlan plan, Apps.Seen seen, Actor actor, Directory directory) {
        Columns columns = Columns.of(plan, seen);
        RecordReader reader = new RecordReader(
                columns,
                new CellReader(directory, actor.zone()),
                plan.keepEmpty(),
                seen.app().givenCode());
        return new Opened(content, plan, columns, reader);
    }

    /** The records from the first. */
    FileRecords records() throws IOException {
        return new FileRecords(content, plan.format(), columns.start());
    }
}
