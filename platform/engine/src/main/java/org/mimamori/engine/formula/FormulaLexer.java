package org.mimamori.engine.formula;

import java.util.ArrayList;
import java.util.List;
import org.mimamori.engine.field.FieldCodes;
import org.mimamori.engine.formula.FormulaToken.Kind;

/** Cuts formula text into tokens. */
final class FormulaLexer {

    /** Signs people type in full width by mistake; inside quotes they are welcome. */
    private static final String FULL_WIDTH_SIGNS = "（）＋－＊／＾＆＝＜＞！，、”“＂．";

    private static final int PAST_END = -1;

    private final String text;
    private int at;

    private FormulaLexer(String text) {
        this.text = text;
    }

    static List<FormulaToken> tokens(String text) throws FormulaFault {
        FormulaLexer lexer = new FormulaLexer(text);
        List<FormulaToken> tokens = new ArrayList<>();
        do {
            tokens.add(lexer.next());
        } while (tokens.getLast().kind() != Kind.END);
        return tokens;
    }

    private FormulaToken next() throws FormulaFault {
        while (Character.isWhitespace(charAt(at))) {
            at++;
        }
        int c = charAt(at);
        if (c == PAST_END) {
            return new FormulaToken(Kind.END, "", at);
        }
        if (isDigit(c) || (c == '.' && isDigit(charAt(at + 1)))) {
            return number();
        }
        if (FieldCodes.mayHold(text.codePointAt(at))) {
            return name();
        }
        return c == '"' ? string() : sign(c);
    }

    private FormulaToken sign(int c) throws FormulaFault {
        int next = charAt(at + 1);
        return switch (c) {
            case '(' -> take(Kind.OPEN, 1);
            case ')' -> take(Kind.CLOSE, 1);
            case ',' -> take(Kind.COMMA, 1);
            case '+', '-', '*', '/', '^', '&', '=' -> take(Kind.OPERATOR, 1);
            case '<' -> take(Kind.OPERATOR, next == '=' || next == '>' ? 2 : 1);
            case '>' -> take(Kind.OPERATOR, next == '=' ? 2 : 1);
            case '!' -> {
                if (next != '=') {
                    throw syntax("operator");
                }
                yield take(Kind.OPERATOR, 2);
            }
            default ->
                throw FULL_WIDTH_SIGNS.indexOf(c) < 0
                        ? syntax("knownCharacter")
                        : new FormulaFault("formula.fullWidthSign", at, Character.toString(c));
        };
    }

    private FormulaToken name() {
        int end = at;
        while (end < text.length() && FieldCodes.mayHold(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return take(Kind.NAME, end - at);
    }

    private FormulaToken number() {
        int end = afterDigits(at);
        if (charAt(end) == '.' && isDigit(charAt(end + 1))) {
            end = afterDigits(end + 1);
        }
        return take(Kind.NUMBER, end - at);
    }

    /** A quote inside is written twice or after a backslash; a backslash before anything else is one. */
    private FormulaToken string() throws FormulaFault {
        int start = at++;
        StringBuilder read = new StringBuilder();
        while (true) {
            int c = charAt(at);
            int next = charAt(at + 1);
            if (c == PAST_END) {
                throw syntax("closingQuote");
            }
            boolean escape = (c == '"' && next == '"') || (c == '\\' && (next == '"' || next == '\\'));
            if (c == '"' && !escape) {
                at++;
                return new FormulaToken(Kind.TEXT, read.toString(), start);
            }
            read.append((char) (escape ? next : c));
            at += escape ? 2 : 1;
        }
    }

    private FormulaToken take(Kind kind, int length) {
        FormulaToken token = new FormulaToken(kind, text.substring(at, at + length), at);
        at += length;
        return token;
    }

    private FormulaFault syntax(String expected) {
        return new FormulaFault("formula.syntax", at, expected);
    }

    private int afterDigits(int from) {
        int end = from;
        while (isDigit(charAt(end))) {
            end++;
        }
        return end;
    }

    private int charAt(int index) {
        return index < text.length() ? text.charAt(index) : PAST_END;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
