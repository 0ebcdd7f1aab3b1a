package org.mimamori.engine.formula;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;
import org.mimamori.engine.formula.Bound.Column;
import org.mimamori.engine.formula.Bound.Expression;
import org.mimamori.engine.formula.Bound.One;

/** Binds a formula to the fields it may read, seen from the top level or from inside a table. */
final class Binder {

    private final FormulaFields fields;
    private final @Nullable FieldCode table;

    /** @param table the table whose rows are calculated, or null at the top level */
    Binder(FormulaFields fields, @Nullable FieldCode table) {
        this.fields = fields;
        this.table = table;
    }

    /** The formula as one value. */
    One bind(Node node) throws FormulaFault {
        return one(node);
    }

    private Bound part(Node node) throws FormulaFault {
        return switch (node) {
            case Node.Decimal(var number) -> constant(Kind.NUMBER, new Value.Decimal(number));
            case Node.Text(String text) -> constant(text.isEmpty() ? Kind.EMPTY : Kind.TEXT, Value.text(text));
            case Node.Name(String code) -> name(new FieldCode(code));
            case Node.Unary(String sign, Node of) -> Operators.unary(sign, one(of));
            case Node.Binary(String sign, Node left, Node right) -> Operators.binary(sign, one(left), one(right));
            case Node.Call call -> call(call);
        };
    }

    private One one(Node node) throws FormulaFault {
        Bound bound = part(node);
        if (bound instanceof One one && one.kind() != Kind.OPTIONS) {
            return one;
        }
        throw new FormulaFault("formula.listOutsideFunction", node instanceof Node.Name(String code) ? code : "");
    }

    private static One constant(Kind kind, Value value) {
        return new One(kind, run -> value);
    }

    private Bound call(Node.Call call) throws FormulaFault {
        List<Bound> args = new ArrayList<>();
        for (Node arg : call.args()) {
            args.add(part(arg));
        }
        return call.function().binding().bind(new Arguments(call.function().name(), call.args(), args));
    }

    private Bound name(FieldCode code) throws FormulaFault {
        Field field = fields.find(code);
        if (field == null) {
            throw new FormulaFault("formula.unknownField", code.text());
        }
        Kind kind = kind(field);
        FieldCode home = fields.tableOf(code);
        if (home == null) {
            return new One(kind, plain(field, run -> run.top(code)));
        }
        if (home.equals(table)) {
            return new One(kind, plain(field, run -> run.inner(code)));
        }
        return new Column(
                kind,
                home,
                code,
                run -> run.column(home, code).stream()
                        .map(value -> plain(field, value))
                        .toList());
    }

    private static Kind kind(Field field) throws FormulaFault {
        return Kind.of(field.shape()).filter(kind -> field.calculable()).orElseThrow(() -> unreadable(field));
    }

    private static FormulaFault unreadable(Field field) {
        return new FormulaFault("formula.unreadableField", field.code().text());
    }

    private static Expression plain(Field field, Expression reading) {
        return switch (field.shape()) {
            case CHOICE, ENTITY -> run -> plain(field, reading.value(run));
            case TEXT, DECIMAL, CHOICES, DATE, TIME, MOMENT, ENTITIES, FILES, ROWS, NONE -> reading;
        };
    }

    /** Options and people as text: formulas know nothing narrower. */
    private static Value plain(Field field, Value value) {
        return switch (field.shape()) {
            case CHOICE, ENTITY -> Value.text(field.plainText(value));
            case TEXT, DECIMAL, CHOICES, DATE, TIME, MOMENT, ENTITIES, FILES, ROWS, NONE -> value;
        };
    }
}
