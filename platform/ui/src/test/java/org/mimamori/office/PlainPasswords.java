package org.mimamori.office;

import org.mimamori.engine.directory.PasswordCheck;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Passwords kept as they are, for tests that would wait long for a real hash. */
final class PlainPasswords implements PasswordCheck {

    @Override
    public boolean matches(String password, String hash) {
        return hash.equals("plain:" + password);
    }

    @Override
    public String hash(String password) {
        return "plain:" + password;
    }

    PasswordEncoder encoder() {
        return new PasswordEncoder() {
            @Override
            public String encode(CharSequence password) {
                return hash(password.toString());
            }

            @Override
            public boolean matches(CharSequence password, String hash) {
                return PlainPasswords.this.matches(password.toString(), hash);
            }
        };
    }
}
