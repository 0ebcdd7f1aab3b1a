package org.mimamori.engine.directory;

/** What a new password must be. Length is what counts; no mixture of letters is asked for. */
public final class PasswordRule {

    /** Shortest password, in characters. */
    public static final int SHORTEST = 12;

    /** Longest password, in characters; kintone's limit. */
    public static final int LONGEST = 64;

    private PasswordRule() {}

    /** How a password measures up. */
    public enum Verdict {
        GOOD,
        TOO_SHORT,
        TOO_LONG,
        /** It is the login name, which everybody knows. */
        SAME_AS_LOGIN
    }

    public static Verdict judge(String login, String password) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Verdict.TOO_SHORT;
        }
        if (length > LONGEST) {
            return Verdict.TOO_LONG;
        }
        return password.equalsIgnoreCase(login) ? Verdict.SAME_AS_LOGIN : Verdict.GOOD;
    }
}
