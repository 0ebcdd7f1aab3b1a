package org.mimamori.engine.settings;

import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.problem.Problem;

/**
 * Who may make apps: whoever administers the site, and who is in the group {@value #GROUP}. kintone lets everybody by
 * default; where the apps hold what is known of children, whoever makes one decides who sees it.
 */
final class AppMakers {

    /** Code of the group whose members may make apps. */
    static final String GROUP = "app_makers";

    private AppMakers() {}

    static void require(Actor actor) {
        switch (actor) {
            case Actor.Person person
            when person.user().systemAdmin() || person.user().groups().contains(GROUP) -> {}
            case Actor.Person person -> throw new Problem.Forbidden("MAKE_APPS").asException();
            case Actor.Program program -> throw new Problem.TokenForbidden().asException();
            case Actor.Platform platform -> {}
        }
    }
}
