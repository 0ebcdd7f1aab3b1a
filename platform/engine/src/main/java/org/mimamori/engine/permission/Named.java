package org.mimamori.engine.permission;

import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.EntityRef;

/** Whether a list of people, organisations and groups that no record has a part in names an actor. */
public final class Named {

    private static final EntityRef NOBODY = EntityRef.user("");

    private Named() {}

    /** Programs are named by no list of people; the platform is always meant. Organisations mean direct members. */
    public static boolean names(RightEntity entity, Actor actor) {
        return switch (actor) {
            case Actor.Person person ->
                new Matching(person, NOBODY).names(entity, false).orElse(false);
            case Actor.Program program -> false;
            case Actor.Platform platform -> true;
        };
    }
}
