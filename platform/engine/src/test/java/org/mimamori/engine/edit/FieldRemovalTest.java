package org.mimamori.engine.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mimamori.engine.app.DroppedField;
import org.mimamori.engine.app.StoredPreview;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.FieldTypes;
import org.mimamori.engine.problem.DefinitionProblem;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A field that is deleted goes to the recycle bin, and what only showed it forgets it. */
class FieldRemovalTest {

    private final FieldsEdit edit = new FieldsEdit(FieldTypes.standard());
    private final StoredPreview before = BusyApp.preview();

    private static List<FieldCode> codes(String... codes) {
        return Stream.of(codes).map(FieldCode::new).toList();
    }

    private StoredPreview without(StoredPreview from, String... codes) {
        return BusyApp.edited(from, e -> edit.remove(e, codes(codes)));
    }

    /** The app without what decides by the level. */
    private StoredPreview levelFree() {
        return BusyApp.edited(before, e -> ((ObjectNode) e.json().path("permissions")).remove("record"));
    }

    @Test
    void whatOnlyShowsAFieldForgetsIt() {
        StoredPreview after = without(levelFree(), "段階");

        JsonNode json = after.app().json();
        assertThat(json.at("/views/気になる")).isEqualTo(BusyApp.object("""
                {"index": "0", "type": "LIST", "fields": ["氏名", "担当者"],
                 "filterCond": "担当者 in (LOGINUSER()) or 様子 like \\"段階\\"", "sort": "作成日時 asc"}"""));
        assertThat(json.at("/fields/兄姉/lookup/lookupPickerFields").toString()).isEqualTo("[\"氏名\"]");
        assertThat(json.at("/fields/兄姉/lookup/filterCond").asString()).isEqualTo("氏名 != \"段階\"");
        assertThat(json.path("layout").toString()).doesNotContain("\"段階\"");
        assertThat(json.at("/translations/en/fields").toString()).doesNotContain("段階");
    }

    @Test
    void aFormulaThatMentionsItIsLeftToFailAtTheDeployment() {
        StoredPreview after = without(levelFree(), "段階");

        assertThat(after.app().json().at("/fields/判定/expression").asString()).contains("段階");
        assertThat(BusyApp.faults(after)).extracting(DefinitionProblem::key).containsExactly("formula.unknownField");
    }

    @Test
    void itsValuesStayInTheRecycleBinUnderANumberNobodyGetsAgain() {
        String id = before.app().fieldIds().get(new FieldCode("所見"));
        StoredPreview after = without(before, "所見");
        StoredPreview again = BusyApp.edited(after, e -> edit.add(e, BusyApp.object("""
                {"所見": {"type": "RICH_TEXT", "code": "所見", "label": "所見"}}""")));

        assertThat(after.app().fieldIds()).doesNotContainKey(new FieldCode("所見"));
        DroppedField dropped = after.app().dropped().getFirst();
        assertThat(dropped.id()).isEqualTo(id);
        assertThat(dropped.settings().path("type").asString()).isEqualTo("RICH_TEXT");
        assertThat(dropped.droppedBy()).isEqualTo(BusyApp.BUILDER);
        assertThat(after.app().json().at("/permissions/field/rights")).isEmpty();
        assertThat(again.app().fieldIds().get(new FieldCode("所見"))).isNotEqualTo(id);
    }

    @Test
    void aTableGoesWithItsInnerFields() {
        StoredPreview after = without(before, "面談");

        assertThat(after.app().dropped())
                .extracting(DroppedField::code)
                .contains(new FieldCode("面談"), new FieldCode("面談_氏名"));
        assertThat(after.app().dropped())
                .filteredOn(field -> field.code().text().startsWith("面談_"))
                .allMatch(field -> new FieldCode("面談").equals(field.table()));
        assertThat(after.app().json().path("layout").toString()).doesNotContain("面談");
        assertThat(after.app().json().path("translations").toString()).doesNotContain("面談");
    }

    @Test
    void anInnerFieldLeavesItsTable() {
        StoredPreview after = without(before, "面談_氏名");

        assertThat(after.app().json().at("/fields/面談/fields").propertyNames())
                .isNotEmpty()
                .doesNotContain("面談_氏名");
        assertThat(after.app().dropped().getFirst().table()).isEqualTo(new FieldCode("面談"));
        assertThat(BusyApp.faults(after)).isEmpty();
    }

    @Test
    void theRowsOfADeletedGroupStayWhereTheyWere() {
        StoredPreview shown = BusyApp.edited(
                before,
                e -> e.json()
                        .path("rules")
                        .forEach(rule -> ((ObjectNode) rule).putArray("show").add("支援")));

        StoredPreview after = without(shown, "基本情報");

        assertThat(BusyApp.compiled(after).layout())
                .noneMatch(item -> item.toString().contains("FieldGroup"));
        assertThat(BusyApp.compiled(after).fields().all().count())
                .isEqualTo(BusyApp.compiled(shown).fields().all().count());
    }

    @Test
    void anAutomaticNumberGoesWithItsField() {
        assertThat(without(before, "受付番号").app().json().path("numbering")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "担当者, /permissions/record/rights/0/entities/0/entity/code",
        "出欠, /rules/0/when",
        "体温, /rules/0/check",
        "氏名, /fields/兄姉/lookup/relatedKeyField",
    })
    void aFieldSomethingDecidesByIsRefused(String code, String place) {
        assertThatThrownBy(() -> without(before, code)).isInstanceOfSatisfying(PlatformException.class, refused -> {
            Problem.BadParameter problem = (Problem.BadParameter) refused.problem();
            assertThat(problem.parameter()).isEqualTo("fields[0]");
            assertThat(problem.key()).isEqualTo("fieldInUse");
            assertThat(problem.args().getFirst()).isEqualTo(code);
        });
    }

    @Test
    void saysWhereTheFieldStillDecides() {
        assertThatThrownBy(() -> without(before, "受付番号", "段階"))
                .isInstanceOfSatisfying(
                        PlatformException.class,
                        refused -> assertThat(refused.problem())
                                .isEqualTo(Problem.BadParameter.of(
                                        "fields[1]", "fieldInUse", "段階", "/permissions/record/rights/0/filterCond")));
    }

    @Test
    void systemFieldsAndStrangersCannotBeDeleted() {
        assertThatThrownBy(() -> without(before, "作成者")).hasMessageContaining("systemField");
        assertThatThrownBy(() -> without(before, "誰も知らない")).hasMessageContaining("field.unknown");
    }
}
