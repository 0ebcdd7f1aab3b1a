package org.mimamori.engine.formula;

import java.math.BigDecimal;
import java.util.List;

/** A formula as written: names not yet bound to fields. */
sealed interface Node {

    record Decimal(BigDecimal number) implements Node {}

    record Text(String text) implements Node {}

    /** A field, or a roll-up. */
    record Name(String code) implements Node {}

    record Call(FormulaFunction function, List<Node> args) implements Node {
        public Call {
            args = List.copyOf(args);
        }
    }

    record Unary(String sign, Node of) implements Node {}

    record Binary(String sign, Node left, Node right) implements Node {}
}
