package org.mimamori.engine.imports;

/**
 * How a file of rows is written.
 *
 * @param encoding of its text
 * @param separator between the cells of a row
 */
public record FileFormat(Encoding encoding, Separator separator) {

    /** Encodings of spreadsheets in Japan. */
    public enum Encoding {
        UTF_8("UTF-8"),
        /** As Windows has it, with its own characters beside those of the standard. */
        SHIFT_JIS("windows-31j"),
        /** What Excel calls Unicode text. */
        UTF_16("UTF-16");

        private final String charset;

        Encoding(String charset) {
            this.charset = charset;
        }

        String charset() {
            return charset;
        }
    }

    /** What stands between two cells. */
    public enum Separator {
        COMMA(','),
        TAB('\t'),
        SEMICOLON(';');

        private final char sign;

        Separator(char sign) {
            this.sign = sign;
        }

        char sign() {
            return sign;
        }
    }
}
