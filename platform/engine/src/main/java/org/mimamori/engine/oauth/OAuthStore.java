package org.mimamori.engine.oauth;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Port: where programs and what people granted them are kept. Never a secret, only hashes. */
public interface OAuthStore {

    List<OAuthClient> clients();

    Optional<OAuthClient> client(String id);

    void saveClient(OAuthClient client);

    /** Removes a program with everything it was granted. */
    void deleteClient(String id);

    /** Keeps a code, and forgets those that have run out by now. */
    void saveCode(CodeGrant code, Instant now);

    /** Gives a code out once; of several who ask at the same time, one gets it. */
    Optional<CodeGrant> takeCode(String hash);

    void saveToken(TokenGrant token);

    Optional<TokenGrant> byAccess(String hash);

    Optional<TokenGrant> byRefresh(String hash);

    /** Forgets what was fetched with a code. */
    void deleteTokensOf(String codeHash);
}
