package org.mimamori.engine.inbox;

import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.inbox.Notice.Kind;
import org.mimamori.engine.permission.Access;

/**
 * Whether a notice would let its reader conclude something about a field the reader may not see. Asked when somebody is
 * told, and again whenever the notice is shown.
 */
public final class NoticeRights {

    private NoticeRights() {}

    public static boolean allow(Kind kind, Iterable<FieldCode> fields, AppDefinition app, Access access) {
        boolean any = false;
        boolean all = true;
        for (FieldCode code : fields) {
            boolean readable = readable(code, app, access);
            any |= readable;
            all &= readable;
        }
        return kind == Kind.EDITED ? any : all;
    }

    /** A field that is gone, or goes by another code today, is not readable: nobody can say who might see it. */
    private static boolean readable(FieldCode code, AppDefinition app, Access access) {
        return code.equals(FieldCode.ID)
                || app.field(code).isPresent()
                        && access.of(app.fields().tableOf(code).orElse(code)).readable();
    }
}
