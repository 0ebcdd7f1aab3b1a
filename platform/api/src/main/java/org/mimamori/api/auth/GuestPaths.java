package org.mimamori.api.auth;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mimamori.api.error.CallProblem;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Reach;
import org.mimamori.engine.space.Doors;
import org.springframework.stereotype.Component;

/**
 * The addresses of guest spaces. Every call exists below {@code /k/guest/ID/v1} too; what is said there concerns that
 * space alone, and only its people may say it.
 */
@Component
public final class GuestPaths {

    private static final Pattern GUEST = Pattern.compile("/k/guest(?:/(?<space>[^/]*)(?<rest>/.*)?)?");

    /** Digits of the largest number that surely fits. */
    private static final int MOST_DIGITS = 18;

    private final Doors doors;

    GuestPaths(Doors doors) {
        this.doors = doors;
    }

    /** A call with the guest space taken out of its path and put into the actor. */
    public record Entered(String path, Actor actor) {}

    public Entered enter(String path, Actor actor) {
        Matcher matcher = GUEST.matcher(path);
        if (!matcher.matches()) {
            boolean kintones = path.startsWith("/k/");
            return new Entered(path, actor.reaching(kintones ? Reach.OUTSIDE_GUEST_SPACES : Reach.EVERYWHERE));
        }
        String digits = matcher.group("space");
        String rest = matcher.group("rest");
        if (digits == null || rest == null || digits.length() > MOST_DIGITS || !digits.matches("[0-9]+")) {
            throw new CallProblem.NoSuchSpace().asException();
        }
        long space = Long.parseLong(digits);
        if (!doors.mayEnterGuestSpace(actor, space)) {
            throw new CallProblem.NoSuchSpace().asException();
        }
        return new Entered("/k" + rest, actor.reaching(new Reach.GuestSpace(space)));
    }
}
