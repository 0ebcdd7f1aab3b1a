package org.mimamori.engine.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.Operator;
import org.mimamori.engine.query.Condition.Operand;
import org.mimamori.engine.query.Token.Kind;

/** Reads a condition: tests joined by "and" and "or", of which "and" binds tighter. */
final class ConditionParser {

    /** Deeper than anybody writes; keeps a hostile text from exhausting the stack. */
    static final int MAX_DEPTH = 100;

    private final TokenStream tokens;

    ConditionParser(TokenStream tokens) {
        this.tokens = tokens;
    }

    Condition parse() {
        return disjunction(0);
    }

    private Condition disjunction(int depth) {
        List<Condition> parts = joined("or", () -> conjunction(depth));
        return parts.size() == 1 ? parts.getFirst() : new Condition.Or(parts);
    }

    private Condition conjunction(int depth) {
        List<Condition> parts = joined("and", () -> primary(depth));
        return parts.size() == 1 ? parts.getFirst() : new Condition.And(parts);
    }

    private List<Condition> joined(String word, Supplier<Condition> part) {
        List<Condition> parts = new ArrayList<>();
        do {
            parts.add(part.get());
        } while (tokens.acceptWord(word));
        return parts;
    }

    private Condition primary(int depth) {
        if (!tokens.at(Kind.OPEN)) {
            return test();
        }
        if (depth == MAX_DEPTH) {
            throw tokens.fail(Expected.LESS_NESTING);
        }
        tokens.accept(Kind.OPEN);
        Condition inner = disjunction(depth + 1);
        tokens.require(Kind.CLOSE, Expected.CLOSE_PARENTHESIS);
        return inner;
    }

    private Condition test() {
        Token field = tokens.require(Kind.NAME, Expected.FIELD);
        String related = tokens.accept(Kind.DOT)
                ? tokens.require(Kind.NAME, Expected.FIELD).text()
                : null;
        Operator operator = operator();
        return new Condition.Test(field.text(), related, operator, operands(operator), field.position());
    }

    private Operator operator() {
        Operator comparison = comparison(tokens.peek());
        if (comparison != null) {
            tokens.accept(Kind.COMPARISON);
            return comparison;
        }
        if (tokens.acceptWord("in")) {
            return Operator.IN;
        }
        if (tokens.acceptWord("like")) {
            return Operator.LIKE;
        }
        if (tokens.acceptWord("not")) {
            return negated();
        }
        if (tokens.acceptWord("is")) {
            return emptiness();
        }
        throw tokens.fail(Expected.OPERATOR);
    }

    private static @Nullable Operator comparison(Token token) {
        if (token.kind() != Kind.COMPARISON) {
            return null;
        }
        return switch (token.text()) {
            case "=" -> Operator.EQUAL;
            case "!=" -> Operator.NOT_EQUAL;
            case ">" -> Operator.GREATER;
            case "<" -> Operator.LESS;
            case ">=" -> Operator.GREATER_OR_EQUAL;
            default -> Operator.LESS_OR_EQUAL;
        };
    }

    private Operator negated() {
        if (tokens.acceptWord("in")) {
            return Operator.NOT_IN;
        }
        tokens.requireWord("like", Expected.IN_OR_LIKE);
        return Operator.NOT_LIKE;
    }

    private Operator emptiness() {
        Operator operator = tokens.acceptWord("not") ? Operator.IS_NOT_EMPTY : Operator.IS_EMPTY;
        tokens.requireWord("empty", Expected.EMPTY);
        return operator;
    }

    private List<Operand> operands(Operator operator) {
        return switch (operator) {
            case EQUAL, NOT_EQUAL, GREATER, LESS, GREATER_OR_EQUAL, LESS_OR_EQUAL -> List.of(operand());
            case LIKE, NOT_LIKE -> List.of(quoted());
            case IN, NOT_IN -> list();
            case IS_EMPTY, IS_NOT_EMPTY -> List.of();
        };
    }

    private List<Operand> list() {
        tokens.require(Kind.OPEN, Expected.OPEN_PARENTHESIS);
        List<Operand> operands = new ArrayList<>();
        do {
            operands.add(operand());
        } while (tokens.accept(Kind.COMMA));
        tokens.require(Kind.CLOSE, Expected.COMMA_OR_CLOSE_PARENTHESIS);
        return operands;
    }

    private Operand operand() {
        if (tokens.at(Kind.NUMBER)) {
            return new Operand.Bare(tokens.require(Kind.NUMBER, Expected.VALUE).text());
        }
        if (tokens.at(Kind.NAME) && tokens.peekSecond().kind() == Kind.OPEN) {
            return call();
        }
        return new Operand.Quoted(tokens.require(Kind.STRING, Expected.VALUE).text());
    }

    private Operand quoted() {
        return new Operand.Quoted(
                tokens.require(Kind.STRING, Expected.QUOTED_TEXT).text());
    }

    private Operand call() {
        String name = tokens.require(Kind.NAME, Expected.VALUE).text();
        tokens.require(Kind.OPEN, Expected.OPEN_PARENTHESIS);
        List<String> arguments = new ArrayList<>();
        if (tokens.accept(Kind.CLOSE)) {
            return new Operand.Call(name, arguments);
        }
        do {
            arguments.add(argument());
        } while (tokens.accept(Kind.COMMA));
        tokens.require(Kind.CLOSE, Expected.COMMA_OR_CLOSE_PARENTHESIS);
        return new Operand.Call(name, arguments);
    }

    private String argument() {
        Kind kind = tokens.at(Kind.NUMBER) ? Kind.NUMBER : Kind.NAME;
        return tokens.require(kind, Expected.ARGUMENT).text();
    }
}
