package org.mimamori.engine.field;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A value given by a formula. Formats of hours and minutes are kept as seconds, so that they sort, compare and add up;
 * only their text form differs ({@link #decimalForm}).
 *
 * @param markedRequired whether the definition calls it required, which means nothing for a calculated value: kintone
 *     keeps the setting and ignores it
 */
@FieldType("CALC")
public record CalcField(
        FieldCode code,
        String label,
        boolean noLabel,
        @JsonProperty("required") boolean markedRequired,
        String expression,
        boolean hideExpression,
        CalcFormat format,
        @Nullable Integer displayScale,
        String unit,
        UnitPosition unitPosition)
        implements Field {

    public CalcField {
        FieldSettingsFault.unless(!expression.isBlank(), "expression", "settings.required");
        NumberSettings.requireScale(displayScale);
    }

    @Override
    public Shape shape() {
        return format.shape();
    }

    @Override
    public DecimalForm decimalForm() {
        return format.decimalForm();
    }

    @Override
    public boolean writable() {
        return false;
    }

    @Override
    public String formula() {
        return expression;
    }

    /** Reads what queries compare with; hours and minutes as {@code 25:01}. */
    @Override
    public Value read(JsonNode raw) throws UnreadableValue {
        boolean duration =
                decimalForm() == DecimalForm.HOUR_MINUTE && raw.asString("").contains(":");
        return duration ? new Value.Decimal(decimalForm().read(raw.asString().strip())) : Field.super.read(raw);
    }

    /** kintone lets every calculated field be tested with {@code in}, dates too. */
    @Override
    public Set<Operator> operators() {
        Set<Operator> operators = EnumSet.of(Operator.IN, Operator.NOT_IN);
        operators.addAll(shape().operators());
        return Set.copyOf(operators);
    }
}
