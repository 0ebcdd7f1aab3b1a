package org.mimamori.engine.notify;

import java.util.ArrayList;
import java.util.List;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.Notifications.Target;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.EntityType;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.permission.RightEntity;
import org.mimamori.engine.record.AppRecord;

/**
 * A person, organisation or group to be told.
 *
 * @param includeSubs whether an organisation stands for those below it too
 * @param named whether a field of the record names it, and not the setting
 */
public record Receiver(EntityRef ref, boolean includeSubs, boolean named) {

    /** Whom targets mean for a record. */
    static List<Receiver> of(List<Target> targets, AppDefinition app, AppRecord record) {
        List<Receiver> receivers = new ArrayList<>();
        for (Target target : targets) {
            RightEntity entity = target.entity();
            switch (entity.type()) {
                case USER -> receivers.add(listed(EntityType.USER, target));
                case ORGANIZATION -> receivers.add(listed(EntityType.ORGANIZATION, target));
                case GROUP -> receivers.add(listed(EntityType.GROUP, target));
                case FIELD_ENTITY ->
                    named(record.value(app, new FieldCode(entity.code())))
                            .forEach(ref -> receivers.add(new Receiver(ref, target.includeSubs(), true)));
                case CREATOR -> receivers.add(new Receiver(record.creator(), false, true));
            }
        }
        return List.copyOf(receivers);
    }

    /** Whom targets mean for what is about no record: fields name nobody then. */
    static List<Receiver> of(List<Target> targets) {
        List<Receiver> receivers = new ArrayList<>();
        for (Target target : targets) {
            switch (target.entity().type()) {
                case USER -> receivers.add(listed(EntityType.USER, target));
                case ORGANIZATION -> receivers.add(listed(EntityType.ORGANIZATION, target));
                case GROUP -> receivers.add(listed(EntityType.GROUP, target));
                case FIELD_ENTITY, CREATOR -> {}
            }
        }
        return List.copyOf(receivers);
    }

    private static Receiver listed(EntityType type, Target target) {
        return new Receiver(new EntityRef(type, target.entity().code()), target.includeSubs(), false);
    }

    private static List<EntityRef> named(Value value) {
        return switch (value) {
            case Value.Entity(EntityRef ref) -> List.of(ref);
            case Value.Entities(List<EntityRef> refs) -> refs;
            default -> List.of();
        };
    }
}
