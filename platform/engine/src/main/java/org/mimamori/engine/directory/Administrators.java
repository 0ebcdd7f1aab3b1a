package org.mimamori.engine.directory;

import org.mimamori.engine.problem.Problem;

/** Who administers the site, and who belongs to the house. */
public final class Administrators {

    /** kintone's code of the group whose members administer the site; here it stands for their flag. */
    public static final String GROUP = "Administrators";

    private Administrators() {}

    public static boolean is(Actor actor) {
        return switch (actor) {
            case Actor.Person person -> person.user().systemAdmin();
            case Actor.Program program -> false;
            case Actor.Platform platform -> true;
        };
    }

    /** Lets those who administer the site pass. */
    public static void require(Actor actor) {
        requireNoProgram(actor);
        if (!is(actor)) {
            throw new Problem.Forbidden("SYSTEM").asException();
        }
    }

    /** Lets everybody pass who may know the people of the house: guests may not, programs with tokens neither. */
    public static void requireOfTheHouse(Actor actor) {
        requireNoProgram(actor);
        if (actor instanceof Actor.Person person && person.user().guest()) {
            throw new Problem.Forbidden("DIRECTORY").asException();
        }
    }

    /** Refuses API tokens, which open one app and nothing else. */
    public static void requireNoProgram(Actor actor) {
        if (actor instanceof Actor.Program) {
            throw new Problem.TokenForbidden().asException();
        }
    }
}
