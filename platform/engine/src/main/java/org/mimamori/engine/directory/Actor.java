package org.mimamori.engine.directory;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Who does something. Never null, never ambient: every call into the engine takes one. */
public sealed interface Actor {

    /** Whom changes are attributed to. */
    EntityRef ref();

    /** The zone in which "today" is meant. */
    ZoneId zone();

    /** The language in which names are shown. */
    Locale locale();

    /** Which apps the way the call came in leads to, before any right is asked. */
    Reach reach();

    /** The same actor by another way. */
    Actor reaching(Reach reach);

    /**
     * A signed-in person.
     *
     * @param organizationsAbove the person's organisations and all above them: a right that includes sub-organisations
     *     matches when it names one of these
     * @param locale the person's language, or the browser's when the person follows it
     */
    record Person(User user, Set<String> organizationsAbove, Locale locale, Reach reach) implements Actor {
        public Person {
            organizationsAbove = Set.copyOf(organizationsAbove);
        }

        /** Somebody at the screens. */
        public Person(User user, Set<String> organizationsAbove, Locale locale) {
            this(user, organizationsAbove, locale, Reach.EVERYWHERE);
        }

        @Override
        public Person reaching(Reach other) {
            return new Person(user, organizationsAbove, locale, other);
        }

        @Override
        public EntityRef ref() {
            return user.ref();
        }

        @Override
        public ZoneId zone() {
            return user.zone();
        }
    }

    /**
     * A program with one or more API tokens. Acts with the tokens' rights only, and as the user Administrator, as
     * kintone does.
     *
     * @param rights what the tokens permit, by app id
     */
    record Program(Map<Long, Set<TokenRight>> rights, Locale locale, ZoneId zone, Reach reach) implements Actor {
        public Program {
            rights = Map.copyOf(rights);
        }

        public Program(Map<Long, Set<TokenRight>> rights, Locale locale, ZoneId zone) {
            this(rights, locale, zone, Reach.EVERYWHERE);
        }

        @Override
        public Program reaching(Reach other) {
            return new Program(rights, locale, zone, other);
        }

        @Override
        public EntityRef ref() {
            return EntityRef.user("Administrator");
        }

        public boolean may(long app, TokenRight right) {
            return rights.getOrDefault(app, Set.of()).contains(right);
        }
    }

    /**
     * The platform itself, past all rights. The reason goes into the change log.
     *
     * @param zone the installation's: "today" in a rule means the same to the platform as to the people
     */
    record Platform(String reason, ZoneId zone) implements Actor {

        /** In Japan, where installations are unless told otherwise. */
        public Platform(String reason) {
            this(reason, ZoneId.of("Asia/Tokyo"));
        }

        @Override
        public EntityRef ref() {
            return EntityRef.user("Administrator");
        }

        @Override
        public Locale locale() {
            return Locale.JAPANESE;
        }

        @Override
        public Reach reach() {
            return Reach.EVERYWHERE;
        }

        @Override
        public Platform reaching(Reach other) {
            return this;
        }
    }
}
