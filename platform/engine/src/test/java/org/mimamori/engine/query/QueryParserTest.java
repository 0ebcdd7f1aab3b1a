package org.mimamori.engine.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Operator;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.query.Condition.Operand;

class QueryParserTest {

    private static final List<String> PIECES = List.of(
            "age",
            "氏名",
            "$id",
            " ",
            "　",
            "\n",
            "=",
            "!=",
            ">=",
            "<",
            "(",
            ")",
            ",",
            ".",
            "\"",
            "\\",
            "\"x\"",
            "-1",
            "5",
            "and",
            "or",
            "not",
            "in",
            "like",
            "is",
            "empty",
            "order",
            "by",
            "asc",
            "desc",
            "limit",
            "offset",
            "TODAY",
            "()",
            "FROM_TODAY(1, DAYS)",
            "'",
            "%",
            "\u0000",
            "😀",
            "\uD83D",
            "reports.outcome",
            "worker",
            "result",
            "visits",
            "due",
            "contact_at",
            "\"女\"",
            "\"2026-05-15\"",
            "LOGINUSER()",
            "sex");

    @Test
    void readsNamesTextsNumbersAndFunctions() {
        Query query = Query.parse("氏名 = \"a\\\"b\\\\\\n\" and age>=-1.5 and due < from_today(-3, Weeks)");
        assertThat(query.condition())
                .isEqualTo(new Condition.And(List.of(
                        Condition.Test.of("氏名", Operator.EQUAL, new Operand.Quoted("a\"b\\\n")),
                        Condition.Test.of("age", Operator.GREATER_OR_EQUAL, new Operand.Bare("-1.5")),
                        Condition.Test.of("due", Operator.LESS, Operand.Call.of("from_today", "-3", "Weeks")))));
    }

    @Test
    void remembersWhereATestBegins() {
        Condition condition = Condition.parse("age = 1 or  氏名 is empty").orElseThrow();
        assertThat(((Condition.Or) condition).of())
                .extracting(part -> ((Condition.Test) part).position())
                .containsExactly(0, 12);
    }

    @Test
    void readsTheOptionsInTheirOrder() {
        Query query = Query.parse("order by due desc, $id limit 5 offset 10");
        assertThat(query.condition()).isNull();
        assertThat(query.sort())
                .containsExactly(new SortKey(new FieldCode("due"), false), new SortKey(FieldCode.ID, true));
        assertThat(query.limit()).isEqualTo(5);
        assertThat(query.offset()).isEqualTo(10);
    }

    @Test
    void emptyTextIsEveryRecord() {
        assertThat(Query.parse(" 　\t\r\n")).isEqualTo(Query.ALL);
    }

    @Test
    void aConditionOfAViewTakesNoOrderAndNoLimit() {
        assertSyntax("age = 1 limit 5", 8, Expected.END, Condition::parse);
        assertSyntax("age = 1 order by age", 8, Expected.END, Condition::parse);
        assertSyntax("age desc limit 5", 9, Expected.END, Query::parseSort);
    }

    @Test
    void refusesNestingThatNobodyWrites() {
        String deep = "(".repeat(100_000) + "age = 1" + ")".repeat(100_000);
        assertThatThrownBy(() -> Query.parse(deep))
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        e -> assertThat(e.problem())
                                .isEqualTo(
                                        new Problem.QuerySyntax(TokenStream.MAX_LENGTH, Expected.SHORTER_TEXT.key())));
        String nested = "(".repeat(101) + "age = 1" + ")".repeat(101);
        assertSyntax(nested, 100, Expected.LESS_NESTING, Query::parse);
        assertThat(Query.parse(nested.substring(1, nested.length() - 1)).condition())
                .isNotNull();
    }

    @Test
    void readsAListOfThousandsOfCodes() {
        String codes = "\"児童-0000001\", ".repeat(9_999) + "\"児童-0000002\"";
        Condition condition = Condition.parse("child_no in (" + codes + ")").orElseThrow();
        assertThat(((Condition.Test) condition).operands()).hasSize(10_000);
    }

    @Test
    void whateverIsSentEitherParsesAndResolvesOrIsRefusedAsAQuery() {
        Random random = new Random(42);
        QueryResolver resolver =
                new QueryResolver(CorpusApp.read().scope(), CorpusApp.read().askedBy("nursery01"));
        for (int i = 0; i < 15_000; i++) {
            String text = random.nextInt(4) == 0 ? characters(random) : pieces(random);
            try {
                resolver.resolve(Query.parse(text), QueryLimits.API);
            } catch (PlatformException e) {
                assertThat(e.problem()).as(text).isInstanceOfAny(Problem.QuerySyntax.class, Problem.QueryRefused.class);
            }
        }
    }

    private static String pieces(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(14); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size()))).append(random.nextBoolean() ? " " : "");
        }
        return text.toString();
    }

    private static String characters(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(30); i > 0; i--) {
            text.append((char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000));
        }
        return text.toString();
    }

    private static void assertSyntax(String text, int position, Expected expected, Function<String, ?> parser) {
        assertThatThrownBy(() -> parser.apply(text))
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        e -> assertThat(e.problem()).isEqualTo(new Problem.QuerySyntax(position, expected.key())));
    }
}
