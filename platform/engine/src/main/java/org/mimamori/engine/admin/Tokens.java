package org.mimamori.engine.admin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.change.Change;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Administrators;
import org.mimamori.engine.directory.TokenEntry;
import org.mimamori.engine.directory.TokenRight;
import org.mimamori.engine.permission.Right;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.record.Apps;

/** The API tokens of an app, for people who manage it. A token is shown once; what is kept is its hash. */
public final class Tokens {

    /** kintone's limit. */
    public static final int MOST = 20;

    public static final int LONGEST_NOTE = 256;

    private static final int BYTES = 32;
    private static final int ID_LENGTH = 16;

    private final Ground ground;
    private final Apps apps;
    private final SecureRandom random = new SecureRandom();

    public Tokens(Ground ground, Apps apps) {
        this.ground = ground;
        this.apps = apps;
    }

    /**
     * A token as listed.
     *
     * @param id which of the app's tokens it is; opens nothing
     */
    public record Listed(String id, Set<TokenRight> rights, String note) {
        public Listed {
            rights = Set.copyOf(rights);
        }
    }

    /** A token just made, with the only copy of its secret. */
    public record Fresh(Listed listed, String secret) {}

    public List<Listed> list(Actor actor, String app) {
        return entries(managed(actor, app)).stream().map(Tokens::listed).toList();
    }

    public Fresh make(Actor actor, String app, Set<TokenRight> rights, String note) {
        AppDefinition managed = managed(actor, app);
        if (rights.isEmpty()) {
            throw Ground.refuse("rights", "required");
        }
        if (note.length() > LONGEST_NOTE) {
            throw Ground.refuse("note", "tooLong", LONGEST_NOTE);
        }
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        TokenEntry entry = new TokenEntry(hash(secret), managed.id().value(), rights, note);
        ground.transactions().run(() -> {
            if (entries(managed).size() >= MOST) {
                throw Ground.refuse("rights", "tooManyTokens", MOST);
            }
            ground.register().saveToken(entry);
            log(actor, managed, entry, Change.Deed.CREATED);
            return entry;
        });
        return new Fresh(listed(entry), secret);
    }

    /** From now on the token opens nothing. */
    public void revoke(Actor actor, String app, String id) {
        AppDefinition managed = managed(actor, app);
        ground.transactions().run(() -> {
            TokenEntry entry = entries(managed).stream()
                    .filter(one -> listed(one).id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> Ground.refuse("id", "unknownUnit", id));
            ground.register().deleteToken(entry.hash());
            log(actor, managed, entry, Change.Deed.DELETED);
            return entry;
        });
    }

    private AppDefinition managed(Actor actor, String code) {
        Administrators.requireNoProgram(actor);
        AppDefinition app = apps.getByCode(actor, code);
        if (!apps.access(actor, app).may(Right.MANAGE)) {
            throw new Problem.Forbidden(Right.MANAGE.name()).asException();
        }
        return app;
    }

    private List<TokenEntry> entries(AppDefinition app) {
        return ground.register().tokens(app.id().value()).stream()
                .sorted(Comparator.comparing(TokenEntry::note).thenComparing(TokenEntry::hash))
                .toList();
    }

    private static Listed listed(TokenEntry entry) {
        return new Listed(
                entry.hash().substring(0, Math.min(ID_LENGTH, entry.hash().length())), entry.rights(), entry.note());
    }

    private void log(Actor actor, AppDefinition app, TokenEntry entry, Change.Deed deed) {
        String rights = entry.rights().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
        boolean made = deed == Change.Deed.CREATED;
        List<Change.Detail> details = List.of(
                new Change.Detail("rights", made ? null : rights, made ? rights : null),
                new Change.Detail("note", made ? null : entry.note(), made ? entry.note() : null));
        var what =
                new Change.What.Administered(Change.Subject.TOKEN, listed(entry).id(), deed, details);
        ground.changes().append(List.of(Change.administered(ground.clock().instant(), actor, app.id(), what)));
    }

    private static String hash(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
