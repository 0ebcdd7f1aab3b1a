package org.mimamori.server.start;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.directory.DirectoryStore;
import org.mimamori.engine.directory.PasswordCheck;
import org.mimamori.engine.directory.User;
import org.mimamori.engine.problem.Problem;
import org.mimamori.server.settings.MimamoriSettings;
import org.mimamori.ui.login.FirstAdministrator;
import org.springframework.stereotype.Component;

/** Makes the first administrator of an empty installation; afterwards it makes nobody any more. */
@Component
class FirstAdmin implements FirstAdministrator {

    private static final String NAME = "admin";

    private final DirectoryStore directory;
    private final PasswordCheck passwords;
    private final MimamoriSettings settings;

    FirstAdmin(DirectoryStore directory, PasswordCheck passwords, MimamoriSettings settings) {
        this.directory = directory;
        this.passwords = passwords;
        this.settings = settings;
    }

    @Override
    public boolean needed() {
        return directory.users().isEmpty();
    }

    /** Takes the password the operator gave, when there is one and nobody exists yet. */
    void createFromSettings() {
        @Nullable String password = settings.admin().password();
        if (password != null && !password.isBlank() && needed()) {
            create(new User(NAME, NAME, "", "", null, settings.zone(), true, List.of(), List.of(), true), password);
        }
    }

    @Override
    public synchronized void create(User administrator, String password) {
        if (!needed()) {
            throw new Problem.Forbidden("SETUP").asException();
        }
        if (password.codePointCount(0, password.length()) < PASSWORD_LENGTH) {
            throw Problem.BadParameter.of("password", "text.tooShort", PASSWORD_LENGTH)
                    .asException();
        }
        directory.savePasswordHash(administrator.code(), passwords.hash(password));
        directory.saveUsers(List.of(administrator));
    }
}
