package org.mimamori.engine.directory;

/** A user, organisation or group, by its code. The code is stable; names are looked up when shown. */
public record EntityRef(EntityType type, String code) {

    public static EntityRef user(String code) {
        return new EntityRef(EntityType.USER, code);
    }

    public static EntityRef organization(String code) {
        return new EntityRef(EntityType.ORGANIZATION, code);
    }

    public static EntityRef group(String code) {
        return new EntityRef(EntityType.GROUP, code);
    }
}
