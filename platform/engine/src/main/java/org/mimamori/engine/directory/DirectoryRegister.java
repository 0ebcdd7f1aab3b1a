package org.mimamori.engine.directory;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Port: the directory for those who administer it. Reads are fresh, past every copy. */
public interface DirectoryRegister extends DirectoryStore {

    /** The people of these codes that there are. */
    List<User> users(Collection<String> codes);

    /** Removes people with their passwords, profiles and all they granted to programs. */
    void deleteUsers(Collection<String> codes);

    void deleteOrganizations(Collection<String> codes);

    void deleteGroups(Collection<String> codes);

    /**
     * The profiles of these, each of which there is in the directory; one that has none yet is given one.
     *
     * @param now when one that has to be made counts as made
     */
    Map<EntityRef, Profile> profiles(Collection<EntityRef> entities, Instant now);

    /** Keeps profiles under the numbers they have. */
    void saveProfiles(Collection<Profile> profiles);

    /** The API tokens of an app, in no order. */
    List<TokenEntry> tokens(long app);

    void deleteToken(String hash);
}
