package org.mimamori.engine.formula;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.mimamori.engine.formula.FormulaToken.Kind;

/**
 * Reads formula text. From what binds tightest: signs, powers, products, sums, joins of text, comparisons; all of them
 * from left to right, as in kintone.
 */
final class FormulaParser {

    static final int MAX_LENGTH = 10_000;
    static final int MAX_DEPTH = 100;

    /** Operators, names and literals of one formula; keeps long chains of operators off the stack. */
    static final int MAX_PARTS = 2_000;

    private static final List<List<String>> LEVELS = List.of(
            List.of("=", "!=", "<>", "<", "<=", ">", ">="),
            List.of("&"),
            List.of("+", "-"),
            List.of("*", "/"),
            List.of("^"));

    private final List<FormulaToken> tokens;
    private int at;
    private int depth;

    private FormulaParser(List<FormulaToken> tokens) {
        this.tokens = tokens;
    }

    static Node parse(String text) throws FormulaFault {
        if (text.length() > MAX_LENGTH) {
            throw new FormulaFault("formula.tooLong", MAX_LENGTH);
        }
        List<FormulaToken> tokens = FormulaLexer.tokens(text);
        if (tokens.size() > MAX_PARTS) {
            throw new FormulaFault("formula.tooLarge", MAX_PARTS);
        }
        FormulaParser parser = new FormulaParser(tokens);
        Node node = parser.nested();
        parser.require(Kind.END, "end");
        return node;
    }

    private Node nested() throws FormulaFault {
        deeper();
        Node node = level(0);
        depth--;
        return node;
    }

    private Node level(int level) throws FormulaFault {
        if (level == LEVELS.size()) {
            return signed();
        }
        Node left = level(level + 1);
        while (peek().kind() == Kind.OPERATOR && LEVELS.get(level).contains(peek().text())) {
            String sign = next().text();
            left = new Node.Binary(sign, left, level(level + 1));
        }
        return left;
    }

    private Node signed() throws FormulaFault {
        if (!peek().isOperator("-") && !peek().isOperator("+")) {
            return primary();
        }
        String sign = next().text();
        deeper();
        Node of = signed();
        depth--;
        return new Node.Unary(sign, of);
    }

    private Node primary() throws FormulaFault {
        FormulaToken token = peek();
        return switch (token.kind()) {
            case NUMBER -> new Node.Decimal(new BigDecimal(next().text()));
            case TEXT -> new Node.Text(next().text());
            case NAME -> name();
            case OPEN -> {
                next();
                Node inner = nested();
                require(Kind.CLOSE, "closeParenthesis");
                yield inner;
            }
            case OPERATOR, CLOSE, COMMA, END -> throw syntax("value");
        };
    }

    private Node name() throws FormulaFault {
        String name = next().text();
        return peek().kind() == Kind.OPEN ? call(name) : new Node.Name(name);
    }

    private Node call(String name) throws FormulaFault {
        FormulaFunction function =
                FunctionBook.find(name).orElseThrow(() -> new FormulaFault("formula.unknownFunction", name));
        next();
        List<Node> args = new ArrayList<>();
        if (peek().kind() != Kind.CLOSE) {
            args.add(nested());
            while (peek().kind() == Kind.COMMA) {
                next();
                args.add(nested());
            }
        }
        require(Kind.CLOSE, "commaOrCloseParenthesis");
        function.requireArity(args.size());
        return new Node.Call(function, args);
    }

    private void deeper() throws FormulaFault {
        if (++depth > MAX_DEPTH) {
            throw new FormulaFault("formula.tooDeep", peek().position());
        }
    }

    private FormulaToken peek() {
        return tokens.get(at);
    }

    private FormulaToken next() {
        return tokens.get(at++);
    }

    private void require(Kind kind, String expected) throws FormulaFault {
        if (peek().kind() != kind) {
            throw syntax(expected);
        }
        at = Math.min(at + 1, tokens.size() - 1);
    }

    private FormulaFault syntax(String expected) {
        return new FormulaFault("formula.syntax", peek().position(), expected);
    }
}
