package org.mimamori.engine.query;

import java.util.ArrayList;
import java.util.List;
import org.mimamori.engine.query.Token.Kind;

/**
 * Cuts query text into tokens. What cannot be read becomes an invalid token at the end, so that the parser reports the
 * first mistake of the text, be it one of letters or of grammar.
 */
final class QueryLexer {

    private static final int PAST_END = -1;

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private QueryLexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) {
        QueryLexer lexer = new QueryLexer(text);
        Token last;
        do {
            last = lexer.next();
            lexer.tokens.add(last);
        } while (last.kind() != Kind.END && last.kind() != Kind.INVALID);
        return lexer.tokens;
    }

    private Token next() {
        while (Letters.isSpace(charAt(at))) {
            at++;
        }
        int c = charAt(at);
        if (c == PAST_END) {
            return new Token(Kind.END, "", at);
        }
        if (Letters.isDigit(c) || ((c == '-' || c == '+') && Letters.isDigit(charAt(at + 1)))) {
            return number();
        }
        if (Letters.isName(text.codePointAt(at))) {
            return name();
        }
        return c == '"' ? string() : sign(c);
    }

    private Token sign(int c) {
        boolean followedByEquals = charAt(at + 1) == '=';
        return switch (c) {
            case '(' -> take(Kind.OPEN, 1);
            case ')' -> take(Kind.CLOSE, 1);
            case ',' -> take(Kind.COMMA, 1);
            case '.' -> take(Kind.DOT, 1);
            case '=' -> take(Kind.COMPARISON, 1);
            case '<', '>' -> take(Kind.COMPARISON, followedByEquals ? 2 : 1);
            case '!' -> followedByEquals ? take(Kind.COMPARISON, 2) : Token.invalid(Expected.OPERATOR, at);
            default -> Token.invalid(Expected.KNOWN_CHARACTER, at);
        };
    }

    private Token name() {
        int end = at;
        while (end < text.length() && Letters.isName(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return take(Kind.NAME, end - at);
    }

    private Token number() {
        int end = afterDigits(at + 1);
        if (charAt(end) == '.' && Letters.isDigit(charAt(end + 1))) {
            end = afterDigits(end + 1);
        }
        return take(Kind.NUMBER, end - at);
    }

    private Token string() {
        int start = at++;
        StringBuilder read = new StringBuilder();
        for (int c = charAt(at); c != '"'; c = charAt(at)) {
            if (c == PAST_END) {
                return Token.invalid(Expected.CLOSING_QUOTE, at);
            }
            if (Character.isISOControl(c)) {
                return Token.invalid(Expected.NO_CONTROL_CHARACTER, at);
            }
            if (c == '\\') {
                c = escaped(charAt(++at));
                if (c == PAST_END) {
                    return Token.invalid(Expected.ESCAPE, at - 1);
                }
            }
            read.append((char) c);
            at++;
        }
        at++;
        return new Token(Kind.STRING, read.toString(), start);
    }

    private static int escaped(int c) {
        return switch (c) {
            case '"', '\\' -> c;
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            default -> PAST_END;
        };
    }

    private Token take(Kind kind, int length) {
        Token token = new Token(kind, text.substring(at, at + length), at);
        at += length;
        return token;
    }

    private int afterDigits(int from) {
        int end = from;
        while (Letters.isDigit(charAt(end))) {
            end++;
        }
        return end;
    }

    private int charAt(int index) {
        return index < text.length() ? text.charAt(index) : PAST_END;
    }
}
