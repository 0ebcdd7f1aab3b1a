package org.mimamori.engine.field;

import java.util.List;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.EntityType;

/**
 * Organisations.
 *
 * @param entities who may be chosen; empty for everybody
 */
@FieldType("ORGANIZATION_SELECT")
public record OrganizationSelectField(
        FieldCode code,
        String label,
        boolean noLabel,
        boolean required,
        List<DefaultEntity> defaultValue,
        List<EntityRef> entities)
        implements Field {

    public OrganizationSelectField {
        defaultValue = List.copyOf(defaultValue);
        entities = List.copyOf(entities);
        DefaultEntity.require(defaultValue, EntityType.ORGANIZATION, DefaultEntity.PRIMARY_ORGANIZATION);
    }

    @Override
    public Shape shape() {
        return Shape.ENTITIES;
    }

    @Override
    public EntityType entityType() {
        return EntityType.ORGANIZATION;
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
