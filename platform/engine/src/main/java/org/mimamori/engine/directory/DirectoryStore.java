package org.mimamori.engine.directory;

import java.util.List;
import java.util.Optional;

/** Port: where users, organisations, groups, password hashes and API tokens are kept. */
public interface DirectoryStore {

    List<User> users();

    List<Organization> organizations();

    List<Group> groups();

    /** Grows with every write; tells a reader whether its copy is stale. */
    long version();

    void saveUsers(List<User> users);

    void saveOrganizations(List<Organization> organizations);

    void saveGroups(List<Group> groups);

    Optional<String> passwordHash(String user);

    void savePasswordHash(String user, String hash);

    /** Gives several users the same password hash. */
    default void savePasswordHashes(List<String> users, String hash) {
        users.forEach(user -> savePasswordHash(user, hash));
    }

    /** The token whose hash this is. */
    Optional<TokenEntry> token(String hash);

    void saveToken(TokenEntry token);
}
