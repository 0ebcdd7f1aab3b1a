package org.mimamori.engine.field;

import java.util.List;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.EntityType;

/**
 * People.
 *
 * @param entities who may be chosen; empty for everybody
 */
@FieldType("USER_SELECT")
public record UserSelectField(
        FieldCode code,
        String label,
        boolean noLabel,
        boolean required,
        List<DefaultEntity> defaultValue,
        List<EntityRef> entities)
        implements Field {

    public UserSelectField {
        defaultValue = List.copyOf(defaultValue);
        entities = List.copyOf(entities);
        DefaultEntity.require(defaultValue, EntityType.USER, DefaultEntity.LOGINUSER);
    }

    @Override
    public Shape shape() {
        return Shape.ENTITIES;
    }

    @Override
    public EntityType entityType() {
        return EntityType.USER;
    }

    @Override
    public List<EntityRef> candidates() {
        return entities;
    }

    @Override
    public Value initial(Initial initial) {
        return DefaultEntity.resolve(defaultValue, initial);
    }

    @Override
    public Value normalize(Value value) {
        return value instanceof Value.Entities(List<EntityRef> refs)
                ? Value.entities(refs.stream().distinct().toList())
                : value;
    }
}
