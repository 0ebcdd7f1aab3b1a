package org.mimamori.engine.space;

import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Group;

/**
 * What somebody is in a space.
 *
 * @param isMember whether the person belongs to it, invited guests included
 * @param isAdmin whether the person administers it
 */
record Belonging(boolean isMember, boolean isAdmin) {

    static final Belonging NONE = new Belonging(false, false);

    static Belonging of(Actor actor, Space space) {
        return switch (actor) {
            case Actor.Platform platform -> new Belonging(true, true);
            case Actor.Program program -> NONE;
            case Actor.Person person
            when person.user().guest() ->
                new Belonging(
                        space.traits().guest()
                                && space.guests().contains(person.user().code()),
                        false);
            case Actor.Person person -> ofTheHouse(person, space);
        };
    }

    private static Belonging ofTheHouse(Actor.Person person, Space space) {
        boolean member = false;
        boolean admin = false;
        for (Member one : space.members()) {
            if (names(one, person)) {
                member = true;
                admin |= one.admin();
            }
        }
        return new Belonging(member, admin);
    }

    private static boolean names(Member member, Actor.Person person) {
        String code = member.entity().code();
        return switch (member.entity().type()) {
            case USER -> person.user().code().equals(code);
            case ORGANIZATION ->
                member.includeSubs()
                        ? person.organizationsAbove().contains(code)
                        : person.user().organizations().contains(code);
            case GROUP -> Group.EVERYONE.equals(code) || person.user().groups().contains(code);
        };
    }
}
