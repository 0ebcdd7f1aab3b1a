package org.mimamori.engine.store;

import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.EntityType;

/**
 * Users, organisations and groups as the database holds them: one short text, {@code U:nursery01}. One text, and not a
 * document, so that one plain index serves equality, membership in a list, and order.
 */
final class EntityCodes {

    private static final int PREFIX = 2;

    private EntityCodes() {}

    static String write(EntityRef ref) {
        return letter(ref.type()) + ":" + ref.code();
    }

    static EntityRef read(String text) {
        if (text.length() < PREFIX || text.charAt(1) != ':') {
            throw new IllegalStateException("no user, organisation or group: " + text);
        }
        return new EntityRef(type(text.charAt(0)), text.substring(PREFIX));
    }

    private static char letter(EntityType type) {
        return switch (type) {
            case USER -> 'U';
            case ORGANIZATION -> 'O';
            case GROUP -> 'G';
        };
    }

    private static EntityType type(char letter) {
        return switch (letter) {
            case 'U' -> EntityType.USER;
            case 'O' -> EntityType.ORGANIZATION;
            case 'G' -> EntityType.GROUP;
            default -> throw new IllegalStateException("no kind of entity: " + letter);
        };
    }
}
