package org.mimamori.engine.field;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

/** Field codes are what formulas and queries can name without quotes. */
class FieldCodesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "児童番号",
                "child_no",
                "_x",
                "x1",
                "お子さま・保護者",
                "＿予備",
                "ﾌﾘｶﾞﾅ",
                "費用￥",
                "€",
                "Số_điện_thoại",
                "order",
                "レコード番号",
                "々",
                "𠮷"
            })
    void areLettersOfAnyScript(String code) {
        assertThat(FieldCodes.check(code)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', fieldCode.empty",
        "1年, fieldCode.startsWithDigit",
        "１年, fieldCode.startsWithDigit",
        "氏 名, fieldCode.badCharacter",
        "a-b, fieldCode.badCharacter",
        "a.b, fieldCode.badCharacter",
        "'a\"b', fieldCode.badCharacter",
        "a（b）, fieldCode.badCharacter",
        "$id, fieldCode.badCharacter",
        "and, fieldCode.reserved",
        "Not, fieldCode.reserved",
        "__ROOT__, fieldCode.reserved"
    })
    void areNotWhatAQueryWouldMisread(String code, String problem) {
        assertThat(FieldCodes.check(code)).contains(problem);
    }

    @Test
    void haveAtMost128Characters() {
        assertThat(FieldCodes.check("あ".repeat(128))).isEmpty();
        assertThat(FieldCodes.check("あ".repeat(129))).contains("fieldCode.tooLong");
    }

    @ParameterizedTest
    @ValueSource(strings = {"児童番号", "ﾌﾘｶﾞﾅ", "費用￥", "$id", "1年", "１年", "a-b", "氏 名", "", "Số_điện_thoại"})
    void areTheSameToTheSchema(String code) {
        Schema schema = Schemas.get("setting.json#/$defs/fieldCode");
        boolean accepted =
                schema.validate(JsonNodeFactory.instance.stringNode(code)).isEmpty();
        assertThat(accepted).isEqualTo(FieldCodes.check(code).isEmpty());
    }
}
