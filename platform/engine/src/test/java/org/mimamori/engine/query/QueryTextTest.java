package org.mimamori.engine.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Operator;
import org.mimamori.engine.query.Condition.Operand;

class QueryTextTest {

    private static final List<String> NAMES =
            List.of("氏名", "age", "$id", "備考・欄＿￥", "limit", "order", "and", "not", "in", "asc", "𠮟る", "_1");
    private static final List<String> TEXTS =
            List.of("", "青葉 はな", "\"引用\"", "\\", "a\nb\tc\rd", " and ", "😀", "x' or 1=1", "　", "100%");

    @Test
    void whateverCanBeBuiltIsWrittenAsTextThatParsesToTheSame() {
        Random random = new Random(20_260_515);
        for (int i = 0; i < 3_000; i++) {
            Query query = query(random);
            assertThat(Query.parse(query.text())).as(query.text()).isEqualTo(query);
        }
    }

    @Test
    void aConditionAloneIsWrittenAsTextThatParsesToTheSame() {
        Random random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            Condition condition = condition(random, 3);
            assertThat(Condition.parse(condition.text())).as(condition.text()).contains(condition);
        }
    }

    @Test
    void keepsTheGroupsOfABuilderAsItsUserMadeThem() {
        Condition girl = Condition.Test.of("sex", Operator.IN, new Operand.Quoted("女"));
        Condition young = Condition.Test.of("age", Operator.LESS, new Operand.Bare("3"));
        Condition hungry = Condition.Test.of("signs", Operator.IN, new Operand.Quoted("空腹"));
        Condition and = new Condition.And(List.of(girl, new Condition.Or(List.of(young, hungry))));
        assertThat(and.text()).isEqualTo("sex in (\"女\") and (age < 3 or signs in (\"空腹\"))");
        Condition or = new Condition.Or(List.of(new Condition.And(List.of(girl, young)), hungry));
        assertThat(or.text()).isEqualTo("sex in (\"女\") and age < 3 or signs in (\"空腹\")");
        Condition nested = new Condition.And(List.of(girl, new Condition.And(List.of(young, hungry))));
        assertThat(nested.text()).isEqualTo("sex in (\"女\") and (age < 3 and signs in (\"空腹\"))");
    }

    @Test
    void joinsOfNoneOrOneAreNoJoins() {
        Condition girl = Condition.Test.of("sex", Operator.IN, new Operand.Quoted("女"));
        assertThat(Condition.all(List.of())).isEmpty();
        assertThat(Condition.any(List.of(girl))).contains(girl);
        assertThat(new Condition.And(List.of(girl)).text()).isEqualTo(girl.text());
        assertThat(Condition.parse(" 　\n")).isEmpty();
    }

    @Test
    void writesOrders() {
        List<SortKey> sort = List.of(new SortKey(new FieldCode("due"), false), new SortKey(FieldCode.ID, true));
        assertThat(Query.sortText(sort)).isEqualTo("due desc, $id asc");
        assertThat(Query.parseSort("due desc, $id")).isEqualTo(sort);
        assertThat(Query.parseSort("  ")).isEmpty();
    }

    @Test
    void refusesToBuildWhatTheLanguageCannotSay() {
        Operand text = new Operand.Quoted("x");
        assertThatIllegalArgumentException().isThrownBy(() -> Condition.Test.of("age", Operator.EQUAL));
        assertThatIllegalArgumentException().isThrownBy(() -> Condition.Test.of("age", Operator.IN));
        assertThatIllegalArgumentException().isThrownBy(() -> Condition.Test.of("age", Operator.IS_EMPTY, text));
        assertThatIllegalArgumentException().isThrownBy(() -> Condition.Test.of("a b", Operator.EQUAL, text));
        assertThatIllegalArgumentException().isThrownBy(() -> new Operand.Bare("five"));
        assertThatIllegalArgumentException().isThrownBy(() -> Operand.Call.of("TODAY", "a b"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Condition.And(List.of()));
    }

    @Test
    void dropsControlCharactersThatNoQueryCanHold() {
        assertThat(new Operand.Quoted("a\u0000b\u0085c\n")).isEqualTo(new Operand.Quoted("abc\n"));
    }

    @Test
    void namesTheFieldsAConditionMentions() {
        assertThat(Query.parse("a = 1 and (b in (\"x\") or reports.c > 2) order by d")
                        .mentions())
                .extracting(FieldCode::text)
                .containsExactlyInAnyOrder("a", "b", "reports");
    }

    private static Query query(Random random) {
        Condition condition = random.nextInt(5) == 0 ? null : condition(random, 4);
        List<SortKey> sort = Stream.generate(() -> new SortKey(new FieldCode(any(NAMES, random)), random.nextBoolean()))
                .limit(random.nextInt(3))
                .toList();
        Integer limit = random.nextBoolean() ? null : Integer.valueOf(random.nextInt(1_000));
        Integer offset = random.nextBoolean() ? null : Integer.valueOf(random.nextInt(20_000));
        return new Query(condition, sort, limit, offset);
    }

    private static Condition condition(Random random, int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return test(random);
        }
        List<Condition> parts = new ArrayList<>();
        for (int i = random.nextInt(3) + 2; i > 0; i--) {
            parts.add(condition(random, depth - 1));
        }
        return random.nextBoolean() ? new Condition.And(parts) : new Condition.Or(parts);
    }

    private static Condition test(Random random) {
        Operator operator = any(List.of(Operator.values()), random);
        List<Operand> operands = switch (operator) {
            case IS_EMPTY, IS_NOT_EMPTY -> List.of();
            case LIKE, NOT_LIKE -> List.of(new Operand.Quoted(any(TEXTS, random)));
            case IN, NOT_IN ->
                Stream.generate(() -> operand(random))
                        .limit(random.nextInt(3) + 1L)
                        .toList();
            case EQUAL, NOT_EQUAL, GREATER, LESS, GREATER_OR_EQUAL, LESS_OR_EQUAL -> List.of(operand(random));
        };
        String related = random.nextInt(4) == 0 ? any(NAMES, random) : null;
        return new Condition.Test(any(NAMES, random), related, operator, operands, 0);
    }

    private static Operand operand(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Operand.Bare(any(List.of("0", "-1", "+12.50", "99999999999999999999"), random));
            case 1 -> Operand.Call.of("TODAY");
            case 2 -> Operand.Call.of("FROM_TODAY", "-3", "WEEKS");
            default -> new Operand.Quoted(any(TEXTS, random));
        };
    }

    private static <T> T any(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
