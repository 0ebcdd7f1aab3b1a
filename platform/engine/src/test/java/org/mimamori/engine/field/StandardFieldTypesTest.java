package org.mimamori.engine.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** kintone's types keep the contract, every one of them. */
class StandardFieldTypesTest implements FieldContract {

    /** kintone's types that hold settings, without those that are layout only. */
    private static final Set<String> KINTONE = Set.of(
            "SINGLE_LINE_TEXT",
            "MULTI_LINE_TEXT",
            "RICH_TEXT",
            "NUMBER",
            "CALC",
            "RADIO_BUTTON",
            "CHECK_BOX",
            "MULTI_SELECT",
            "DROP_DOWN",
            "DATE",
            "TIME",
            "DATETIME",
            "FILE",
            "LINK",
            "USER_SELECT",
            "ORGANIZATION_SELECT",
            "GROUP_SELECT",
            "REFERENCE_TABLE",
            "SUBTABLE",
            "RECORD_NUMBER",
            "CREATOR",
            "CREATED_TIME",
            "MODIFIER",
            "UPDATED_TIME",
            "STATUS",
            "STATUS_ASSIGNEE",
            "CATEGORY");

    @Override
    public FieldTypes types() {
        return FieldTypes.standard();
    }

    @Override
    public Set<String> names() {
        return new TreeSet<>(FieldTypes.standard().names());
    }

    @Override
    public FieldExamples examples(String type) {
        return FieldExamples.of(type);
    }

    @Test
    void areAllOfKintones() {
        assertThat(names()).isEqualTo(new TreeSet<>(KINTONE));
    }

    /** Else the screens and the API might have no words for it. */
    @Test
    void reportNothingThatIsNotInTheListOfMessages() {
        Set<String> ofValues = new TreeSet<>(FieldMessages.OF_VALUES);
        Set<String> ofSettings = new TreeSet<>(FieldMessages.OF_SETTINGS);
        ofValues.add(UnreadableValue.WRONG_JSON_TYPE);
        for (String type : names()) {
            assertThat(ofValues)
                    .containsAll(examples(type).badValues().stream()
                            .map(FieldExamples.BadValue::problem)
                            .toList());
            assertThat(ofSettings)
                    .containsAll(examples(type).badSettings().stream()
                            .map(FieldExamples.BadSettings::fault)
                            .toList());
        }
    }
}
