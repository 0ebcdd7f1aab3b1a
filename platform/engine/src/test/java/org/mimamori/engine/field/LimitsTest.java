package org.mimamori.engine.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Limits hold exactly where they are said to. */
class LimitsTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Test
    void textHasAtMostAHundredThousandUnits() throws UnreadableValue {
        String longest = "あ".repeat(Shapes.MAX_TEXT);
        assertThat(Shapes.read(Shape.TEXT, JSON.stringNode(longest))).isEqualTo(new Value.Text(longest));
        assertThatExceptionOfType(UnreadableValue.class)
                .isThrownBy(() -> Shapes.read(Shape.TEXT, JSON.stringNode(longest + "あ")))
                .satisfies(unreadable -> assertThat(unreadable.key()).isEqualTo("text.tooLong"));
    }

    @Test
    void numbersHaveAtMost34Digits() throws UnreadableValue {
        String widest = "9".repeat(34);
        assertThat(Shapes.read(Shape.DECIMAL, JSON.stringNode(widest)))
                .isEqualTo(new Value.Decimal(new BigDecimal(widest)));
        assertThat(Shapes.read(Shape.DECIMAL, JSON.stringNode("1" + "0".repeat(33) + ".000")))
                .isEqualTo(new Value.Decimal(BigDecimal.TEN.pow(33)));
        for (String beyond :
                new String[] {widest + "9", "0." + "0".repeat(34) + "1", "1e34", "1e-35", "1e2147483647"}) {
            assertThatExceptionOfType(UnreadableValue.class)
                    .isThrownBy(() -> Shapes.read(Shape.DECIMAL, JSON.stringNode(beyond)))
                    .satisfies(unreadable -> assertThat(unreadable.key()).isEqualTo("number.tooManyDigits"));
        }
    }

    @Test
    void equalNumbersAreEqualValues() {
        assertThat(new Value.Decimal(new BigDecimal("10.00"))).isEqualTo(new Value.Decimal(new BigDecimal("1E+1")));
        assertThat(new Value.Decimal(new BigDecimal("1E+1")).number().toPlainString())
                .isEqualTo("10");
        assertThat(new Value.Decimal(new BigDecimal("0.000")).number().toPlainString())
                .isEqualTo("0");
    }

    @Test
    void emptyIsBlankAndNothingElse() {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new Value.Text(""));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new Value.Choices(java.util.List.of()));
    }

    @Test
    void aListHasAtMostAThousandOptions() {
        assertThat(dropDown(1_000, "").options()).hasSize(1_000);
        assertThatExceptionOfType(FieldSettingsFault.class)
                .isThrownBy(() -> dropDown(1_001, ""))
                .satisfies(fault -> assertThat(fault.key()).isEqualTo("options.tooMany"));
    }

    @Test
    void anOptionHasAtMost128Characters() {
        assertThat(dropDown(1, "あ".repeat(127)).options()).hasSize(1);
        assertThatExceptionOfType(FieldSettingsFault.class)
                .isThrownBy(() -> dropDown(1, "あ".repeat(128)))
                .satisfies(fault -> assertThat(fault.key()).isEqualTo("options.tooLong"));
    }

    @Test
    void hoursAndMinutesMayExceedADay() {
        assertThat(DecimalForm.HOUR_MINUTE.write(BigDecimal.valueOf(90_060))).isEqualTo("25:01");
        assertThat(DecimalForm.HOUR_MINUTE.write(BigDecimal.valueOf(-1_800))).isEqualTo("-0:30");
        assertThat(DecimalForm.HOUR_MINUTE.write(BigDecimal.valueOf(59))).isEqualTo("0:00");
        assertThat(DecimalForm.HOUR_MINUTE.write(BigDecimal.valueOf(-59))).isEqualTo("0:00");
    }

    private static Field dropDown(int count, String suffix) {
        ObjectNode settings =
                JSON.objectNode().put("type", "DROP_DOWN").put("code", "段階").put("label", "段階");
        ObjectNode options = settings.putObject("options");
        IntStream.range(0, count).forEach(i -> {
            String name = suffix.isEmpty() ? "選択肢" + i : i + suffix;
            options.putObject(name).put("label", name).put("index", i);
        });
        return FieldTypes.standard().read(settings);
    }
}
