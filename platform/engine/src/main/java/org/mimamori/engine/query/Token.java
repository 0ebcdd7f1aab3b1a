package org.mimamori.engine.query;

/**
 * One piece of query text.
 *
 * @param text a name or number as written, a string without quotes and escapes; for an invalid piece the key of what
 *     was expected there
 * @param position where it starts, in UTF-16 units from 0
 */
record Token(Kind kind, String text, int position) {

    enum Kind {
        NAME,
        STRING,
        NUMBER,
        COMPARISON,
        OPEN,
        CLOSE,
        COMMA,
        DOT,
        /** What cannot be read; always the last piece. */
        INVALID,
        END
    }

    static Token invalid(Expected expected, int position) {
        return new Token(Kind.INVALID, expected.key(), position);
    }

    boolean isWord(String word) {
        return kind == Kind.NAME && text.equalsIgnoreCase(word);
    }
}
