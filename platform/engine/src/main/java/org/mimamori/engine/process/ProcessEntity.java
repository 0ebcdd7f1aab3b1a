package org.mimamori.engine.process;

/**
 * Whom a process names.
 *
 * @param code of the user, group, organisation or field; empty for the creator
 * @param includeSubs whether an organisation stands for those below it too
 */
public record ProcessEntity(Type type, String code, boolean includeSubs) {

    /** kintone's kinds of entities in a process, but for the custom items of user profiles, which we do not have. */
    public enum Type {
        USER,
        GROUP,
        ORGANIZATION,
        /** Whoever the record's field names: people, an organisation's or a group's members. */
        FIELD_ENTITY,
        /** Who made the app. */
        CREATOR
    }
}
