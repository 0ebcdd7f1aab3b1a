package org.mimamori.api.space;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.Reply;
import org.mimamori.api.wire.Zones;
import org.mimamori.engine.admin.GuestInput;
import org.mimamori.engine.admin.Guests;
import org.mimamori.engine.admin.Language;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.space.SpacePeople;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** People from outside. */
@RestController
@RequestMapping("/k/v1")
final class GuestController {

    private static final int MOST = 100;
    private static final int LONGEST_NAME = 128;
    private static final int LONGEST_DETAIL = 256;

    private static final Pattern MAIL = Pattern.compile("[^\\s@:]{1,64}@[^\\s@:]{1,190}");

    private static final List<String> DETAILS =
            List.of("surNameReading", "givenNameReading", "company", "division", "phone", "callto");

    private final Guests guests;
    private final SpacePeople people;

    GuestController(Guests guests, SpacePeople people) {
        this.guests = guests;
        this.people = people;
    }

    private enum Spoken {
        AUTO,
        EN,
        ZH,
        JA
    }

    @PostMapping("/guests.json")
    Reply add(Actor actor, Parameters parameters) {
        List<Parameters> list = parameters.require("guests").objects("guests");
        requireSize(parameters, list.size());
        guests.add(actor, list.stream().map(GuestController::guest).toList());
        return Reply.EMPTY;
    }

    private static GuestInput guest(Parameters guest) {
        guest.require("name", "code", "password", "timezone");
        if (!MAIL.matcher(guest.text("code")).matches()) {
            throw guest.refuse("code", "notAMailAddress");
        }
        Map<String, String> details = new HashMap<>();
        DETAILS.stream().filter(guest::has).forEach(name -> details.put(name, atMost(guest, name, LONGEST_DETAIL)));
        return new GuestInput(
                guest.text("code"),
                atMost(guest, "name", LONGEST_NAME),
                guest.text("password"),
                Objects.requireNonNull(Zones.read(guest, "timezone")),
                language(guest),
                details);
    }

    private static @Nullable Language language(Parameters guest) {
        Spoken spoken = guest.oneOf("locale", Spoken.class, Spoken.AUTO);
        return new Language(
                spoken == Spoken.AUTO ? null : Locale.of(spoken.name().toLowerCase(Locale.ROOT)));
    }

    private static String atMost(Parameters guest, String name, int longest) {
        String text = guest.text(name);
        if (text.length() > longest) {
            throw guest.refuse(name, "tooLong", longest);
        }
        return text;
    }

    @DeleteMapping("/guests.json")
    Reply delete(Actor actor, Parameters parameters) {
        List<String> codes = parameters.require("guests").texts("guests");
        requireSize(parameters, codes.size());
        guests.delete(actor, codes);
        return Reply.EMPTY;
    }

    @PutMapping("/space/guests.json")
    Reply set(Actor actor, Parameters parameters) {
        parameters.require("id", "guests");
        people.setGuests(actor, parameters.id("id"), parameters.texts("guests"));
        return Reply.EMPTY;
    }

    private static void requireSize(Parameters parameters, int size) {
        if (size == 0) {
            throw parameters.refuse("guests", "required");
        }
        if (size > MOST) {
            throw parameters.refuse("guests", "tooMany", MOST);
        }
    }
}
