package org.mimamori.api.auth;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.directory.DirectoryStore;
import org.mimamori.engine.directory.PasswordCheck;
import org.mimamori.engine.directory.User;
import org.mimamori.engine.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs people in by login name and password, each call anew. */
final class PasswordSignIn {

    private static final Logger AUDIT = LoggerFactory.getLogger("org.mimamori.audit");

    private final Directory directory;
    private final DirectoryStore store;
    private final PasswordCheck passwords;
    private final VerifiedPasswords verified;
    private final Throttle throttle;

    /** One check at a time per account, so that parallel guesses are counted and parallel good calls check once. */
    private final List<Lock> turns =
            Stream.<Lock>generate(ReentrantLock::new).limit(64).toList();

    /** Checks cost much memory and time; the rest of the machine stays free for those who are signed in. */
    private final Semaphore checks =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors()));

    /**
     * What unknown accounts are checked against, so that the time does not tell whether an account exists. Made beside
     * the start, which need not wait for it.
     */
    private final CompletableFuture<String> decoy;

    PasswordSignIn(Directory directory, DirectoryStore store, PasswordCheck passwords, Clock clock) {
        this.directory = directory;
        this.store = store;
        this.passwords = passwords;
        this.verified = new VerifiedPasswords(clock);
        this.throttle = new Throttle(clock);
        this.decoy = CompletableFuture.supplyAsync(
                () -> passwords.hash("no account has this password"), Thread::startVirtualThread);
    }

    Actor.Person signIn(String login, String password, Locale browser, String address) {
        User user = directory.findUser(login).filter(User::active).orElse(null);
        String hash = user == null ? null : store.passwordHash(login).orElse(null);
        if (user == null || hash == null) {
            checkInTurn(login, password, null, address);
            throw new Problem.SignInFailed().asException();
        }
        if (!verified.holds(login, password, hash) && !checkInTurn(login, password, hash, address)) {
            throw new Problem.SignInFailed().asException();
        }
        return directory.person(user, browser);
    }

    private boolean checkInTurn(String login, String password, @Nullable String hash, String address) {
        Lock turn = turns.get(Math.floorMod(login.hashCode(), turns.size()));
        turn.lock();
        try {
            if (hash != null && verified.holds(login, password, hash)) {
                return true;
            }
            if (throttle.isClosed(login)) {
                AUDIT.debug("API sign-in refused: account={} is closed for a while, from={}", shown(login), address);
                return false;
            }
            return check(login, password, hash, address);
        } finally {
            turn.unlock();
        }
    }

    private boolean check(String login, String password, @Nullable String hash, String address) {
        if (hash != null && matches(password, hash)) {
            throttle.succeeded(login);
            verified.remember(login, password, hash);
            AUDIT.info("API sign-in: account={} from={}", shown(login), address);
            return true;
        }
        if (hash == null) {
            matches(password, decoy.join());
        }
        int failures = throttle.failed(login);
        AUDIT.warn("API sign-in failed: account={} from={} failures={}", shown(login), address, failures);
        return false;
    }

    private boolean matches(String password, String hash) {
        checks.acquireUninterruptibly();
        try {
            return passwords.matches(password, hash);
        } finally {
            checks.release();
        }
    }

    /** What somebody typed as a login name, fit for one line of a log. */
    private static String shown(String login) {
        String line = login.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]", "?");
        return line.length() > 100 ? line.substring(0, 100) : line;
    }
}
