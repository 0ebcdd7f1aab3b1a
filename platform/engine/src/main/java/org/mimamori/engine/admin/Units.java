package org.mimamori.engine.admin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.change.Change;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Administrators;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.Profile;
import org.mimamori.engine.text.LocalText;

/**
 * What organisations and groups have in common: they have a code, a name in two languages and a description, and people
 * belong to them. Everybody of the house may look them up; only administrators change them.
 *
 * @param <T> the one or the other
 */
public abstract sealed class Units<T> permits Organizations, Groups {

    /** The one detail a profile of these has. */
    public static final String DESCRIPTION = "description";

    final Ground ground;
    private final Change.Subject subject;
    private final String list;

    Units(Ground ground, Change.Subject subject, String list) {
        this.ground = ground;
        this.subject = subject;
        this.list = list;
    }

    abstract List<T> all();

    abstract EntityRef ref(T unit);

    abstract LocalText name(T unit);

    /** The unit as it is to be; {@code before} is null for a new one. */
    abstract T made(UnitInput input, LocalText name, @Nullable T before, String place, Map<String, T> others);

    /** All the log tells of it beside name and description. */
    abstract Map<String, String> more(T unit);

    abstract void save(List<T> units);

    abstract void delete(List<String> codes);

    public final List<Entry<T>> find(Actor actor, Selection selection) {
        Administrators.requireOfTheHouse(actor);
        return ground.choose(all(), this::ref, selection);
    }

    /** One of them, or the problem that names the parameter {@code code}. */
    public final Entry<T> get(Actor actor, String code) {
        return find(actor, new Selection(List.of(), List.of(code), 1, 0)).stream()
                .findFirst()
                .orElseThrow(() -> Ground.refuse("code", "unknownUnit", code));
    }

    /** Adds several, all or none; one may stand in the list before those below it. */
    public final void add(Actor actor, List<UnitInput> inputs) {
        write(actor, inputs, true);
    }

    /** Changes several, all or none. */
    public final void update(Actor actor, List<UnitInput> inputs) {
        write(actor, inputs, false);
    }

    private void write(Actor actor, List<UnitInput> inputs, boolean fresh) {
        Administrators.require(actor);
        requireDistinct(inputs);
        ground.transactions().run(() -> {
            Map<String, T> there = byCode();
            List<T> written = new ArrayList<>();
            List<Profile> profiles = new ArrayList<>();
            for (int i = 0; i < inputs.size(); i++) {
                UnitInput input = inputs.get(i);
                T before = there.get(input.code());
                if (fresh == (before != null)) {
                    throw fresh ? refuse(i, "code", "taken") : refuse(i, "code", "unknownUnit", input.code());
                }
                T unit = made(input, named(input, before), before, list + "[" + i + "]", there);
                there.put(input.code(), unit);
                written.add(unit);
                profiles.add(profile(actor, input, before, unit));
            }
            ground.register().saveProfiles(profiles);
            save(written);
            return true;
        });
    }

    private Profile profile(Actor actor, UnitInput input, @Nullable T before, T unit) {
        Profile old = ground.profile(ref(unit));
        Profile profile = input.description() == null
                ? ground.changed(old, Map.of())
                : ground.changed(old, Map.of(DESCRIPTION, input.description()));
        ground.log(
                actor,
                subject,
                input.code(),
                before == null ? Change.Deed.CREATED : Change.Deed.UPDATED,
                Ground.differences(before == null ? Map.of() : state(before, old), state(unit, profile)));
        return profile;
    }

    public final void delete(Actor actor, List<String> codes) {
        Administrators.require(actor);
        ground.transactions().run(() -> {
            Map<String, T> there = byCode();
            for (int i = 0; i < codes.size(); i++) {
                String code = codes.get(i);
                T unit = there.remove(code);
                if (unit == null) {
                    throw Ground.refuse("codes[" + i + "]", "unknownUnit", code);
                }
                Map<String, String> last = state(unit, ground.profile(ref(unit)));
                ground.log(actor, subject, code, Change.Deed.DELETED, Ground.differences(last, Map.of()));
            }
            delete(codes);
            return true;
        });
    }

    private LocalText named(UnitInput input, @Nullable T before) {
        LocalText old = before == null ? LocalText.of(input.code()) : name(before);
        String base = Objects.requireNonNullElse(input.name(), old.base());
        if (input.localName() == null) {
            return new LocalText(base, old.translations());
        }
        Locale locale = Locale.forLanguageTag(Objects.requireNonNullElse(input.localNameLocale(), "en"));
        return input.localName().isEmpty()
                ? LocalText.of(base)
                : LocalText.of(base, locale.getLanguage(), input.localName());
    }

    private Map<String, String> state(T unit, Profile profile) {
        Map<String, String> state = new TreeMap<>(profile.details());
        state.put("name", name(unit).base());
        name(unit).translations().forEach((language, text) -> state.put("name." + language, text));
        state.putAll(more(unit));
        return state;
    }

    private Map<String, T> byCode() {
        Map<String, T> map = new HashMap<>();
        all().forEach(unit -> map.put(ref(unit).code(), unit));
        return map;
    }

    private void requireDistinct(List<UnitInput> inputs) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < inputs.size(); i++) {
            if (!seen.add(inputs.get(i).code())) {
                throw refuse(i, "code", "twice");
            }
        }
    }

    private RuntimeException refuse(int index, String property, String key, Object... args) {
        return Ground.refuse(list + "[" + index + "]." + property, key, args);
    }
}
