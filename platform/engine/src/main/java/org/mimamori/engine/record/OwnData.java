package org.mimamori.engine.record;

import java.time.Instant;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.SystemValue;
import org.mimamori.engine.field.UnreadableValue;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.permission.Right;
import org.mimamori.engine.problem.FieldProblem;
import org.mimamori.engine.problem.Problem;

/**
 * Creator, modifier and times of a new record, which only whoever manages the app may give, as in kintone: that is how
 * records are brought over from elsewhere. For everybody else, and on updates, they are ignored.
 */
final class OwnData {

    private OwnData() {}

    static void read(Draft draft, Submission submission) {
        if (!draft.isNew() || !draft.opened().access().may(Right.MANAGE)) {
            return;
        }
        for (Field field : draft.opened().app().fields().top()) {
            Submission.Entry entry = submission.entries().get(field.code());
            if (entry != null && field.systemValue().isPresent()) {
                take(draft, field, field.systemValue().get(), entry);
            }
        }
    }

    private static void take(Draft draft, Field field, SystemValue what, Submission.Entry entry) {
        try {
            Value value = switch (entry) {
                case Submission.Entry.Raw(var json) -> field.read(json);
                case Submission.Entry.Typed(var typed) -> typed;
            };
            if (value instanceof Value.Entity(EntityRef ref)) {
                draft.restamp(record -> person(record, what, ref));
            } else if (value instanceof Value.Moment(Instant instant)) {
                requirePast(draft, field, instant);
                draft.restamp(record -> time(record, what, instant));
            }
        } catch (UnreadableValue unreadable) {
            throw new Problem.BadJson(field.code().text()).asException();
        }
    }

    private static void requirePast(Draft draft, Field field, Instant instant) {
        if (instant.isAfter(draft.opened().clock().instant())) {
            draft.problem(FieldProblem.of(field.code().text(), "time.inFuture"));
        }
    }

    private static AppRecord person(AppRecord record, SystemValue what, EntityRef ref) {
        boolean creator = what == SystemValue.CREATOR;
        boolean modifier = what == SystemValue.MODIFIER;
        return new AppRecord(
                record.app(),
                record.id(),
                record.revision(),
                creator ? ref : record.creator(),
                record.createdAt(),
                modifier ? ref : record.modifier(),
                record.updatedAt(),
                record.values());
    }

    private static AppRecord time(AppRecord record, SystemValue what, Instant instant) {
        boolean created = what == SystemValue.CREATED_TIME;
        boolean updated = what == SystemValue.UPDATED_TIME;
        return new AppRecord(
                record.app(),
                record.id(),
                record.revision(),
                record.creator(),
                created ? instant : record.createdAt(),
                record.modifier(),
                updated ? instant : record.updatedAt(),
                record.values());
    }
}
