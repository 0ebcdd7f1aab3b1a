package org.mimamori.engine.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.change.Change;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.EntityType;
import org.mimamori.engine.directory.User;
import org.mimamori.engine.problem.Problem;

/** Who belongs to a space. */
public final class SpacePeople {

    private final SpaceGround ground;

    public SpacePeople(SpaceGround ground) {
        this.ground = ground;
    }

    /**
     * A member as listed.
     *
     * @param implicit of a user: whether only as somebody of an organisation or group; null of others
     * @param includeSubs of an organisation; null of others
     */
    public record Listed(
            EntityRef entity,
            boolean admin,
            @Nullable Boolean implicit,
            @Nullable Boolean includeSubs) {}

    /** The members as they were named, then the people who belong by their organisation or group. */
    public List<Listed> members(Actor actor, long id) {
        Space space = ground.open(actor, id).space();
        List<Listed> listed = new ArrayList<>();
        for (Member member : space.members()) {
            listed.add(new Listed(
                    member.entity(),
                    member.admin(),
                    member.entity().type() == EntityType.USER ? false : null,
                    member.entity().type() == EntityType.ORGANIZATION ? member.includeSubs() : null));
        }
        for (User user : people(space)) {
            if (space.members().stream().noneMatch(member -> member.entity().equals(user.ref()))) {
                listed.add(new Listed(user.ref(), belonging(user, space).isAdmin(), true, null));
            }
        }
        return listed;
    }

    public void setMembers(Actor actor, long id, List<Member> members) {
        require(members);
        ground.transactions().run(() -> {
            Space before = ground.open(actor, id).requireAdmin().space();
            return save(actor, before, members, before.guests());
        });
    }

    /** Sets who of the people from outside may enter a guest space. */
    public void setGuests(Actor actor, long id, List<String> guests) {
        for (int i = 0; i < guests.size(); i++) {
            Optional<User> guest = ground.directory().findUser(guests.get(i));
            if (guest.filter(User::guest).isEmpty()) {
                throw Problem.BadParameter.of("guests[" + i + "]", "unknownGuest", guests.get(i))
                        .asException();
            }
        }
        ground.transactions().run(() -> {
            Space before = ground.open(actor, id).requireAdmin().space();
            if (!before.traits().guest()) {
                throw Problem.BadParameter.of("id", "notAGuestSpace").asException();
            }
            return save(
                    actor, before, before.members(), guests.stream().distinct().toList());
        });
    }

    private Space save(Actor actor, Space before, List<Member> members, List<String> guests) {
        Space after = before.withPeople(members, guests, ground.changed(actor, before.stamp()));
        ground.store().save(after);
        ground.log(
                actor, Change.Subject.SPACE, before.id(), Change.Deed.UPDATED, SpaceGround.differences(before, after));
        return after;
    }

    /** Refuses members that do not exist, and a list none of which administers. */
    void require(List<Member> members) {
        for (Member member : members) {
            EntityRef ref = member.entity();
            boolean outside = ref.type() == EntityType.USER
                    && ground.directory()
                            .findUser(ref.code())
                            .filter(User::guest)
                            .isPresent();
            if (outside || !ground.directory().exists(ref)) {
                throw new Problem.UnknownEntity(ref.type().name(), ref.code()).asException();
            }
        }
        if (members.stream().noneMatch(Member::admin)) {
            throw Problem.BadParameter.of("members", "noAdministrator").asException();
        }
    }

    /** How many people belong to the space, guests included. */
    int count(Space space) {
        return people(space).size() + space.guests().size();
    }

    int countAdmins(Space space) {
        return (int) people(space).stream()
                .filter(user -> belonging(user, space).isAdmin())
                .count();
    }

    private List<User> people(Space space) {
        return ground.directory().users().stream()
                .filter(user -> user.active() && !user.guest())
                .filter(user -> belonging(user, space).isMember())
                .toList();
    }

    private Belonging belonging(User user, Space space) {
        return Belonging.of(ground.directory().person(user, Locale.ROOT), space);
    }
}
