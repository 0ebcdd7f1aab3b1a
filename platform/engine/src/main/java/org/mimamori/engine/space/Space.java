package org.mimamori.engine.space;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.app.Stamp;

/**
 * A space: a room for some people and their apps.
 *
 * @param id number; never reused
 * @param defaultThread number of the thread it began with
 * @param members who belongs to it; at least one administers it
 * @param guests codes of the people from outside who were invited; only in a guest space
 * @param deletedAt when it was deleted, or null; a deleted space and its apps are kept and can come back
 */
public record Space(
        long id,
        String name,
        Traits traits,
        long defaultThread,
        Shown shown,
        List<Member> members,
        List<String> guests,
        Stamp stamp,
        @Nullable Instant deletedAt) {

    public Space {
        members = List.copyOf(members);
        guests = List.copyOf(guests);
    }

    /**
     * What kind of space it is.
     *
     * @param isPrivate whether only its members may look in; a guest space always is
     * @param guest whether people from outside can be invited; decided when it is made
     * @param fixedMember whether nobody may join or leave by themselves
     * @param multiThread whether it has several threads; never taken back
     * @param onlyAdminsCreateApps whether members may not make apps in it
     */
    public record Traits(
            boolean isPrivate, boolean guest, boolean fixedMember, boolean multiThread, boolean onlyAdminsCreateApps) {}

    public boolean isDeleted() {
        return deletedAt != null;
    }

    Space with(String newName, Traits newTraits, Shown newShown, Stamp newStamp) {
        return new Space(id, newName, newTraits, defaultThread, newShown, members, guests, newStamp, deletedAt);
    }

    Space withPeople(List<Member> newMembers, List<String> newGuests, Stamp newStamp) {
        return new Space(id, name, traits, defaultThread, shown, newMembers, newGuests, newStamp, deletedAt);
    }

    /** The same space without these guests, who are gone altogether. */
    public Space without(Collection<String> gone) {
        List<String> rest =
                guests.stream().filter(guest -> !gone.contains(guest)).toList();
        return new Space(id, name, traits, defaultThread, shown, members, rest, stamp, deletedAt);
    }

    Space deleted(@Nullable Instant at, Stamp newStamp) {
        return new Space(id, name, traits, defaultThread, shown, members, guests, newStamp, at);
    }
}
