package org.mimamori.engine.field;

import static org.mimamori.engine.field.Operator.EQUAL;
import static org.mimamori.engine.field.Operator.GREATER;
import static org.mimamori.engine.field.Operator.GREATER_OR_EQUAL;
import static org.mimamori.engine.field.Operator.IN;
import static org.mimamori.engine.field.Operator.LESS;
import static org.mimamori.engine.field.Operator.LESS_OR_EQUAL;
import static org.mimamori.engine.field.Operator.NOT_EQUAL;
import static org.mimamori.engine.field.Operator.NOT_IN;

import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** The number of a record. A decimal to the platform; the API puts the app code before it, if there is one. */
@FieldType("RECORD_NUMBER")
public record RecordNumberField(FieldCode code, String label, boolean noLabel) implements Field {

    @Override
    public Shape shape() {
        return Shape.DECIMAL;
    }

    @Override
    public Optional<SystemValue> systemValue() {
        return Optional.of(SystemValue.RECORD_NUMBER);
    }

    @Override
    public boolean writable() {
        return false;
    }

    /** Every record has it, so there is no test for emptiness. */
    @Override
    public Set<Operator> operators() {
        return Set.of(EQUAL, NOT_EQUAL, GREATER, LESS, GREATER_OR_EQUAL, LESS_OR_EQUAL, IN, NOT_IN);
    }

    /** Reads what queries compare with: {@code 12}, or {@code CODE-12} with the app code. */
    @Override
    public Value read(JsonNode raw) throws UnreadableValue {
        String text = raw.asString("").strip();
        return text.matches(".*-\\d+")
                ? Field.super.read(StringNode.valueOf(text.substring(text.lastIndexOf('-') + 1)))
                : Field.super.read(raw);
    }

    @Override
    public boolean calculable() {
        return false;
    }
}
