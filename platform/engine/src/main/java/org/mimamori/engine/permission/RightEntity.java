package org.mimamori.engine.permission;

/**
 * Whom a row of rights names.
 *
 * @param code code of the user, organisation or group; code of the field for {@link Type#FIELD_ENTITY}; empty for the
 *     app's creator
 */
public record RightEntity(Type type, String code) {

    /** kintone's entity types in rights. */
    public enum Type {
        USER,
        ORGANIZATION,
        GROUP,
        /** The app's creator; in app rights only. */
        CREATOR,
        /** Whoever the record's field names: a user, an organisation's or a group's members. */
        FIELD_ENTITY
    }
}
