package org.mimamori.engine.inbox;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.FieldCode;

/**
 * Something a person is told. Holds no content of a record: what it is about is read through the person's own rights
 * when it is shown.
 *
 * @param id unique per person
 * @param person code of the user it is for
 * @param comment number of the comment; 0 when it is not about one
 * @param title the title of the notification's setting, in the language of the definition; empty when it has none
 * @param fields fields that the notice lets its reader conclude something about; see {@link Kind}
 * @param toMe whether it is for the person in particular: mentioned, answered, or named by the record
 * @param actor who did it; null for what time has brought about
 */
public record Notice(
        String id,
        String person,
        Kind kind,
        AppId app,
        long record,
        long comment,
        String title,
        Set<FieldCode> fields,
        boolean toMe,
        @Nullable EntityRef actor,
        Instant at,
        boolean read) {

    public Notice {
        fields = Set.copyOf(fields);
    }

    /** What a notice tells of. */
    public enum Kind {
        MENTIONED,
        /** In a thread of a space: {@code record} is the number of the thread, and there is no app. */
        THREAD_MENTIONED,
        REPLIED,
        COMMENTED,
        ADDED,
        /** One of the fields changed: told to who may see one of them. */
        EDITED,
        STATUS_CHANGED,
        /** The person is to act next. */
        ASSIGNED,
        /** Records were read from a file: about none of them, so {@code record} is 0. */
        IMPORTED,
        /** A file that the person was reading in was not read, or not to its end. */
        IMPORT_FAILED,
        /** A condition came to hold: told to who may see all the fields it asks for. */
        CONDITION,
        /** A time has come: told to who may see the date and all the fields of the condition. */
        REMINDER
    }
}
