package org.mimamori.engine.field;

import java.util.Set;

/** Text of several lines. Lines end in {@code \n}. Not sortable, and found by part of it only, as in kintone. */
@FieldType("MULTI_LINE_TEXT")
public record MultiLineTextField(FieldCode code, String label, boolean noLabel, boolean required, String defaultValue)
        implements Field {

    static final Set<Operator> OPERATORS =
            Set.of(Operator.LIKE, Operator.NOT_LIKE, Operator.IS_EMPTY, Operator.IS_NOT_EMPTY);

    @Override
    public Shape shape() {
        return Shape.TEXT;
    }

    @Override
    public Value normalize(Value value) {
        return value instanceof Value.Text(String text) ? new Value.Text(text.replaceAll("\\r\\n?", "\n")) : value;
    }

    @Override
    public Value initial(Initial initial) {
        return Value.text(defaultValue);
    }

    @Override
    public Set<Operator> operators() {
        return OPERATORS;
    }

    @Override
    public boolean sortable() {
        return false;
    }

    @Override
    public boolean calculable() {
        return false;
    }
}
