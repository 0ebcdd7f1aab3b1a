package org.mimamori.engine.formula;

/**
 * One piece of formula text.
 *
 * @param text a name, number or sign as written, a string without quotes and escapes
 * @param position where it starts, in UTF-16 units from 0
 */
record FormulaToken(Kind kind, String text, int position) {

    enum Kind {
        NAME,
        TEXT,
        NUMBER,
        OPERATOR,
        OPEN,
        CLOSE,
        COMMA,
        END
    }

    boolean isOperator(String sign) {
        return kind == Kind.OPERATOR && text.equals(sign);
    }
}
