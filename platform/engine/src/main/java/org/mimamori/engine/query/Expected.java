package org.mimamori.engine.query;

/** What a query should have had where it stopped making sense; the key is what the edges put into words. */
public enum Expected {
    FIELD("field"),
    OPERATOR("operator"),
    VALUE("value"),
    QUOTED_TEXT("quotedText"),
    WHOLE_NUMBER("wholeNumber"),
    ARGUMENT("argument"),
    OPEN_PARENTHESIS("openParenthesis"),
    CLOSE_PARENTHESIS("closeParenthesis"),
    COMMA_OR_CLOSE_PARENTHESIS("commaOrCloseParenthesis"),
    IN_OR_LIKE("inOrLike"),
    EMPTY("empty"),
    BY("by"),
    END("end"),
    CLOSING_QUOTE("closingQuote"),
    /** One of {@code \" \\ \t \n \r}. */
    ESCAPE("escape"),
    /** Control characters must be written as escapes. */
    NO_CONTROL_CHARACTER("noControlCharacter"),
    /** The character begins nothing a query can hold, such as a single quote. */
    KNOWN_CHARACTER("knownCharacter"),
    LESS_NESTING("lessNesting"),
    SHORTER_TEXT("shorterText");

    private final String key;

    Expected(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
