package org.mimamori.engine.field;

import java.math.BigDecimal;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mimamori.engine.problem.FieldProblem;
import tools.jackson.databind.node.ObjectNode;

/**
 * A decimal number, with optional bounds; or a lookup of one.
 *
 * @param digit whether digits are shown in groups
 * @param displayScale digits shown after the point; never changes the value
 */
@FieldType("NUMBER")
public record NumberField(
        FieldCode code,
        String label,
        boolean noLabel,
        boolean required,
        boolean unique,
        @Nullable BigDecimal maxValue,
        @Nullable BigDecimal minValue,
        @Nullable BigDecimal defaultValue,
        boolean digit,
        @Nullable Integer displayScale,
        String unit,
        UnitPosition unitPosition,
        @Nullable Lookup lookup)
        implements Field {

    public NumberField {
        NumberSettings.requireFits("maxValue", maxValue);
        NumberSettings.requireFits("minValue", minValue);
        NumberSettings.requireFits("defaultValue", defaultValue);
        NumberSettings.requireScale(displayScale);
        FieldSettingsFault.unless(!above(minValue, maxValue), "minValue", "settings.minAboveMax");
        boolean within = !above(minValue, defaultValue) && !above(defaultValue, maxValue);
        FieldSettingsFault.unless(within, "defaultValue", "settings.defaultBreaksRule");
        Lookups.require(lookup, unique || defaultValue != null || minValue != null || maxValue != null);
    }

    @Override
    public Shape shape() {
        return Shape.DECIMAL;
    }

    @Override
    public Value initial(Initial initial) {
        return defaultValue == null ? Value.BLANK : new Value.Decimal(defaultValue);
    }

    @Override
    public void check(Value value, Consumer<FieldProblem> problems) {
        if (!(value instanceof Value.Decimal(BigDecimal number))) {
            return;
        }
        if (minValue != null && above(minValue, number)) {
            problems.accept(FieldProblem.of(code.text(), "number.tooSmall", minValue));
        }
        if (maxValue != null && above(number, maxValue)) {
            problems.accept(FieldProblem.of(code.text(), "number.tooLarge", maxValue));
        }
    }

    /** JSON Schema compares numbers only; numbers sent as strings meet the bounds in {@link #check}. */
    @Override
    public ObjectNode valueSchema() {
        ObjectNode schema = ValueSchemas.of(this);
        if (minValue != null) {
            schema.put("minimum", minValue);
        }
        if (maxValue != null) {
            schema.put("maximum", maxValue);
        }
        return schema;
    }

    private static boolean above(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one != null && other != null && one.compareTo(other) > 0;
    }
}
