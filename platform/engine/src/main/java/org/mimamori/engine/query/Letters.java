package org.mimamori.engine.query;

/** Which characters separate, and which make a name. */
final class Letters {

    private static final int LAST_ASCII = 0x7F;

    private Letters() {}

    /** kintone separates by these five, the full-width space among them. */
    static boolean isSpace(int c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\u3000';
    }

    /** Letters of any script and full-width signs: kintone's field codes may hold 「・」「＿」「￥」. */
    static boolean isName(int c) {
        if (c <= LAST_ASCII) {
            return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
        }
        return !isSpace(c) && !Character.isSpaceChar(c) && !Character.isISOControl(c);
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
