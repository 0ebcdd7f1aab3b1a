package org.mimamori.engine.space;

import java.util.List;

/** A space to be made of a template. */
public record NewSpace(
        long template, String name, List<Member> members, boolean isPrivate, boolean isGuest, boolean fixedMember) {

    public NewSpace {
        members = List.copyOf(members);
    }
}
