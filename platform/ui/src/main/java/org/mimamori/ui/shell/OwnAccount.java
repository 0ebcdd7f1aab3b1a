package org.mimamori.ui.shell;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.DirectoryStore;
import org.mimamori.engine.directory.PasswordCheck;
import org.mimamori.engine.directory.PasswordRule;
import org.mimamori.engine.directory.User;
import org.springframework.stereotype.Component;

/** What people may change of their own entry in the directory. */
@Component
public final class OwnAccount {

    /** Fewest characters of a new password. */
    public static final int PASSWORD_LENGTH = PasswordRule.SHORTEST;

    private final DirectoryStore store;
    private final PasswordCheck passwords;

    OwnAccount(DirectoryStore store, PasswordCheck passwords) {
        this.store = store;
        this.passwords = passwords;
    }

    /** Chooses a language; null follows the browser. */
    public void choose(Actor.Person person, @Nullable Locale language) {
        save(person.user(), language, person.user().zone());
    }

    public void choose(Actor.Person person, ZoneId zone) {
        save(person.user(), person.user().language(), zone);
    }

    /** Sets a new password for somebody who knows the old one. */
    public PasswordAnswer changePassword(Actor.Person person, String old, String wanted) {
        String code = person.user().code();
        if (!store.passwordHash(code).map(hash -> passwords.matches(old, hash)).orElse(false)) {
            return PasswordAnswer.OLD_IS_WRONG;
        }
        if (wanted.codePointCount(0, wanted.length()) < PASSWORD_LENGTH) {
            return PasswordAnswer.TOO_SHORT;
        }
        if (wanted.equals(old)) {
            return PasswordAnswer.SAME_AS_OLD;
        }
        store.savePasswordHash(code, passwords.hash(wanted));
        return PasswordAnswer.CHANGED;
    }

    private void save(User user, @Nullable Locale language, ZoneId zone) {
        store.saveUsers(List.of(new User(
                user.code(),
                user.name(),
                user.kana(),
                user.email(),
                language,
                zone,
                user.active(),
                user.organizations(),
                user.groups(),
                user.systemAdmin(),
                user.guest())));
    }

    /** What came of a wish to change a password. */
    public enum PasswordAnswer {
        CHANGED,
        OLD_IS_WRONG,
        TOO_SHORT,
        SAME_AS_OLD
    }
}
