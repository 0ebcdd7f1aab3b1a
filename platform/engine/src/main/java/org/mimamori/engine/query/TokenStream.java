package org.mimamori.engine.query;

import java.util.List;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.query.Token.Kind;

/** The tokens of a text, read from front to back. */
final class TokenStream {

    /** Long enough for a list of some thousand codes, short enough to be read in no time. */
    static final int MAX_LENGTH = 200_000;

    private final List<Token> tokens;
    private int at;

    private TokenStream(List<Token> tokens) {
        this.tokens = tokens;
    }

    static TokenStream of(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new Problem.QuerySyntax(MAX_LENGTH, Expected.SHORTER_TEXT.key()).asException();
        }
        return new TokenStream(QueryLexer.tokens(text));
    }

    Token peek() {
        return tokens.get(at);
    }

    /** The token after the next one; the last token when there is none. */
    Token peekSecond() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    boolean at(Kind kind) {
        return peek().kind() == kind;
    }

    boolean accept(Kind kind) {
        boolean here = at(kind);
        if (here) {
            at++;
        }
        return here;
    }

    boolean acceptWord(String word) {
        boolean here = peek().isWord(word);
        if (here) {
            at++;
        }
        return here;
    }

    Token require(Kind kind, Expected expected) {
        Token token = peek();
        if (token.kind() != kind) {
            throw fail(expected);
        }
        at++;
        return token;
    }

    void requireWord(String word, Expected expected) {
        if (!acceptWord(word)) {
            throw fail(expected);
        }
    }

    /** The syntax error at this place; what could not even be read says so itself. */
    PlatformException fail(Expected expected) {
        Token token = peek();
        String key = token.kind() == Kind.INVALID ? token.text() : expected.key();
        return new Problem.QuerySyntax(token.position(), key).asException();
    }
}
