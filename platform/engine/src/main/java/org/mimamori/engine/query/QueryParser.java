package org.mimamori.engine.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.query.Token.Kind;

/**
 * Reads query text; kintone's grammar (docs/kintone-compat.md, query language). Words of the language are no reserved
 * names: a field may be called {@code limit}.
 */
final class QueryParser {

    private final TokenStream tokens;

    QueryParser(String text) {
        this.tokens = TokenStream.of(text);
    }

    Query parse() {
        Condition condition = tokens.at(Kind.END) || atOption() ? null : new ConditionParser(tokens).parse();
        List<SortKey> sort = List.of();
        if (tokens.acceptWord("order")) {
            tokens.requireWord("by", Expected.BY);
            sort = sortKeys();
        }
        Integer limit = option("limit");
        Integer offset = option("offset");
        requireEnd();
        return new Query(condition, sort, limit, offset);
    }

    /** A condition without order and limits, as views, rights and rules have it; null when the text is empty. */
    @Nullable
    Condition parseCondition() {
        Condition condition = tokens.at(Kind.END) ? null : new ConditionParser(tokens).parse();
        requireEnd();
        return condition;
    }

    /** An order without the words "order by", as views have it. */
    List<SortKey> parseSort() {
        List<SortKey> sort = tokens.at(Kind.END) ? List.of() : sortKeys();
        requireEnd();
        return sort;
    }

    private boolean atOption() {
        Token first = tokens.peek();
        Token second = tokens.peekSecond();
        return (first.isWord("order") && second.isWord("by"))
                || ((first.isWord("limit") || first.isWord("offset")) && second.kind() == Kind.NUMBER);
    }

    private List<SortKey> sortKeys() {
        List<SortKey> keys = new ArrayList<>();
        do {
            keys.add(sortKey());
        } while (tokens.accept(Kind.COMMA));
        return keys;
    }

    private SortKey sortKey() {
        String field = tokens.require(Kind.NAME, Expected.FIELD).text();
        if (tokens.accept(Kind.DOT)) {
            field += "." + tokens.require(Kind.NAME, Expected.FIELD).text();
        }
        boolean descending = tokens.acceptWord("desc");
        if (!descending) {
            tokens.acceptWord("asc");
        }
        return new SortKey(new FieldCode(field), !descending);
    }

    private @Nullable Integer option(String word) {
        if (!tokens.acceptWord(word)) {
            return null;
        }
        String number = tokens.peek().text();
        if (!tokens.at(Kind.NUMBER) || !number.chars().allMatch(Letters::isDigit)) {
            throw tokens.fail(Expected.WHOLE_NUMBER);
        }
        tokens.accept(Kind.NUMBER);
        // A number too large to hold is above every limit all the same.
        return number.length() > 9 ? Integer.valueOf(Integer.MAX_VALUE) : Integer.valueOf(number);
    }

    private void requireEnd() {
        tokens.require(Kind.END, Expected.END);
    }
}
