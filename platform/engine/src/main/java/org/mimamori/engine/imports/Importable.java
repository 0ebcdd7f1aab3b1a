package org.mimamori.engine.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.Numbering;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Shape;
import org.mimamori.engine.field.SystemValue;
import org.mimamori.engine.permission.Right;
import org.mimamori.engine.record.Apps;

/**
 * The fields a person may fill from a file: those that people fill and that this one may write in some record. kintone
 * leaves out attachments, calculated fields and the process, and so do we.
 */
final class Importable {

    /** Only whoever manages the app may give these, and only to new records. */
    private static final Set<SystemValue> OWN_DATA =
            Set.of(SystemValue.CREATOR, SystemValue.CREATED_TIME, SystemValue.MODIFIER, SystemValue.UPDATED_TIME);

    private final AppDefinition app;
    private final Apps.Seen seen;

    Importable(Apps.Seen seen) {
        this.app = seen.app();
        this.seen = seen;
    }

    /** A field and the table it is in, if it is in one. */
    record Target(Field field, @Nullable Field table) {}

    /** In form order, those of a table after one another. */
    List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        for (Field field : app.fields().top()) {
            if (field.shape() == Shape.ROWS && writable(field)) {
                field.inner().stream()
                        .filter(inner -> inner.writable() && inner.shape() != Shape.FILES)
                        .forEach(inner -> targets.add(new Target(inner, field)));
            } else if (isFilled(field)) {
                targets.add(new Target(field, null));
            }
        }
        return targets;
    }

    private boolean isFilled(Field field) {
        if (field.systemValue().isPresent()) {
            return OWN_DATA.contains(field.systemValue().get()) && seen.access().may(Right.MANAGE);
        }
        boolean holdsText = field.shape() != Shape.FILES && field.shape() != Shape.NONE;
        boolean numbered =
                app.additions().numbering().stream().map(Numbering::field).anyMatch(field.code()::equals);
        return holdsText && field.enabled() && !numbered && writable(field);
    }

    private boolean writable(Field field) {
        return field.writable() && seen.access().ever(field.code()).writable();
    }

    Optional<Target> target(FieldCode code) {
        return targets().stream()
                .filter(target -> target.field().code().equals(code))
                .findFirst();
    }

    /** The tables among them. */
    List<Field> tables() {
        return app.fields().top().stream()
                .filter(field -> field.shape() == Shape.ROWS && writable(field))
                .toList();
    }

    /** Fields by which a record can be found: its number, and what forbids duplicates. */
    List<Field> keys() {
        return app.fields().top().stream()
                .filter(field -> field.unique() || isNumber(field))
                .filter(field -> seen.access().ever(field.code()).readable())
                .toList();
    }

    static boolean isNumber(Field field) {
        return field.systemValue().filter(SystemValue.RECORD_NUMBER::equals).isPresent();
    }
}
