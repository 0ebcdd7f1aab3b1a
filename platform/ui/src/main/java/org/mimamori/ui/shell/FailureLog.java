package org.mimamori.ui.shell;

import java.security.SecureRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Where failures nobody foresaw are written down, each under a number that the person is told. */
@Component
public final class FailureLog {

    private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);
    /** No letter or digit that can be taken for another when it is read out on the telephone. */
    private static final String SIGNS = "ACDEFGHJKLMNPQRTUVWXY34679";

    private static final int LENGTH = 8;

    private final SecureRandom random = new SecureRandom();

    /** Writes a failure down and answers its number. */
    public String write(Throwable failure) {
        StringBuilder number = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            number.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        LOG.error("Failure {} on a screen", number, failure);
        return number.toString();
    }
}
