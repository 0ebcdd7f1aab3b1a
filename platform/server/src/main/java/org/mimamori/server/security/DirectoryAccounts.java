package org.mimamori.server.security;

import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.directory.DirectoryStore;
import org.mimamori.engine.directory.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** The directory's people as Spring Security asks for them. Carries no rights: those are the engine's matter. */
final class DirectoryAccounts implements UserDetailsService {

    private final Directory directory;
    private final DirectoryStore store;

    DirectoryAccounts(Directory directory, DirectoryStore store) {
        this.directory = directory;
        this.store = store;
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        User user = directory.findUser(name).orElseThrow(() -> new UsernameNotFoundException("no such user"));
        String hash =
                store.passwordHash(user.code()).orElseThrow(() -> new UsernameNotFoundException("no password set"));
        return org.springframework.security.core.userdetails.User.withUsername(user.code())
                .password(hash)
                // The screens show everybody's names to whoever may choose people; guests come by the API alone.
                .disabled(!user.active() || user.guest())
                .authorities("PERSON")
                .build();
    }
}
