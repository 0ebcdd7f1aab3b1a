package org.mimamori.engine.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimamori.engine.formula.TestFields.calc;
import static org.mimamori.engine.formula.TestFields.field;
import static org.mimamori.engine.formula.TestFields.number;
import static org.mimamori.engine.formula.TestFields.table;
import static org.mimamori.engine.formula.TestFields.text;

import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;

/** What must be calculated anew when a definition changes, and all that is wrong with one at once. */
class OutdatedFormulasTest {

    private static final List<Field> BEFORE = List.of(
            number("a"), number("b"), calc("c", "a + 1"), calc("d", "c * 2"), calc("e", "b"), text("f", "d & e"));

    @Test
    void nothingIsOutdatedByTheSameFormulasHoweverTheyAreSpaced() throws FormulaFault {
        List<Field> respaced = List.of(
                number("a"), number("b"), calc("c", " a+1"), calc("d", "c*2"), calc("e", "(b)"), text("f", "d&e"));
        assertThat(outdated(BEFORE, respaced)).isEmpty();
        assertThat(outdated(respaced, BEFORE)).isEmpty();
    }

    @Test
    void aChangedFormulaOutdatesWhatReadsIt() throws FormulaFault {
        List<Field> after = List.of(
                number("a"), number("b"), calc("c", "a + 2"), calc("d", "c * 2"), calc("e", "b"), text("f", "d & e"));
        assertThat(outdated(BEFORE, after)).containsExactlyInAnyOrder(code("c"), code("d"), code("f"));
    }

    @Test
    void aNewFormulaIsOutdatedAndAnAbsentOneIsNot() throws FormulaFault {
        List<Field> after = List.of(number("a"), number("b"), calc("c", "a + 1"), calc("g", "b * b"));
        assertThat(outdated(BEFORE, after)).containsExactly(code("g"));
        assertThat(outdated(after, List.of(number("a")))).isEmpty();
    }

    @Test
    void aFieldThatIsCalculatedFromNowOnIsOutdated() throws FormulaFault {
        assertThat(outdated(List.of(number("a"), field("SINGLE_LINE_TEXT", "f")), List.of(number("a"), text("f", "a"))))
                .containsExactly(code("f"));
    }

    @Test
    void anotherFormOfTheResultOutdatesIt() throws FormulaFault {
        assertThat(outdated(List.of(number("a"), calc("c", "a")), List.of(number("a"), text("c", "a"))))
                .containsExactly(code("c"));
        assertThat(outdated(List.of(number("a"), calc("c", "a")), List.of(number("a"), table("t", calc("c", "a")))))
                .containsExactly(code("c"));
    }

    @Test
    void whatAnInputGivesOutdatesItsReadersThroughTablesToo() throws FormulaFault {
        List<Field> fields = List.of(
                number("rate"),
                table("rows", number("n"), calc("cost", "n * rate")),
                calc("sum", "SUM(cost)"),
                calc("m", "SUM(n)"));
        assertThat(formulas(fields).outdated(formulas(fields), Set.of(code("rate"))))
                .containsExactly(code("cost"), code("sum"));
    }

    @Test
    void anotherRoundingOutdatesEverything() throws FormulaFault {
        Formulas down = Formulas.of(BEFORE, List.of(), new NumberPrecision(16, 2, RoundingMode.DOWN));
        assertThat(down.outdated(formulas(BEFORE), Set.of()))
                .containsExactlyInAnyOrder(code("c"), code("d"), code("e"), code("f"));
    }

    @Test
    void tellsOfEveryFormulaThatIsWrong() {
        List<Field> wrong = List.of(
                number("a"),
                calc("c", "a +"),
                calc("d", "FOO(a)"),
                calc("e", "nobody"),
                calc("g", "h"),
                calc("h", "g"));
        assertThat(Formulas.faults(wrong, List.of()))
                .extracting(fault -> fault.key() + " " + fault.args().getFirst())
                .containsExactly(
                        "formula.syntax c", "formula.unknownFunction d", "formula.unknownField e", "formula.cycle g");
    }

    private static Set<FieldCode> outdated(List<Field> before, List<Field> after) throws FormulaFault {
        return formulas(after).outdated(formulas(before), Set.of());
    }

    private static Formulas formulas(List<Field> fields) throws FormulaFault {
        return Formulas.of(fields, List.of(), NumberPrecision.DEFAULT);
    }

    private static FieldCode code(String text) {
        return new FieldCode(text);
    }
}
