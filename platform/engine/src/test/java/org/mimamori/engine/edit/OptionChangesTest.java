package org.mimamori.engine.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.app.OptionRename;
import org.mimamori.engine.app.StoredPreview;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.FieldTypes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Options are known by their names; another label renames one wherever it stands. */
class OptionChangesTest {

    private final FieldsEdit edit = new FieldsEdit(FieldTypes.standard());
    private final StoredPreview before = BusyApp.preview();

    private StoredPreview change(String properties) {
        return BusyApp.edited(before, e -> edit.change(e, BusyApp.object(properties)));
    }

    @Test
    void aNewNameReachesConditionsDefaultsAndTranslations() {
        StoredPreview after = change("""
                {"段階": {"defaultValue": "低い", "options": {
                   "高": {"label": "高い", "index": 2}, "中": {"label": "中", "index": "1"},
                   "低": {"label": "低い", "index": "0"}}},
                 "出欠": {"options": {"出席": {"label": "来た", "index": "0"}, "欠席": {"label": "休んだ", "index": "1"},
                   "遅刻": {"label": "遅刻", "index": "2"}}}}""");

        JsonNode json = after.app().json();
        assertThat(json.at("/fields/段階/options").toString())
                .isEqualTo("{\"低い\":{\"label\":\"低い\",\"index\":\"0\"},\"中\":{\"label\":\"中\",\"index\":\"1\"},"
                        + "\"高い\":{\"label\":\"高い\",\"index\":\"2\"}}");
        assertThat(json.at("/views/気になる/filterCond").asString())
                .isEqualTo("段階 in (\"高い\", \"中\") and (担当者 in (LOGINUSER()) or 様子 like \"段階\")");
        assertThat(json.at("/permissions/record/rights/0/filterCond").asString())
                .isEqualTo("段階 in (\"低い\")");
        assertThat(json.at("/rules/0/when").asString()).isEqualTo("出欠 in (\"休んだ\")");
        assertThat(json.at("/rollups/休み/filterCond").asString()).isEqualTo("出欠 in (\"休んだ\")");
        assertThat(json.at("/fields/出欠/defaultValue").asString()).isEqualTo("来た");
        assertThat(json.at("/translations/en/fields/段階/options").toString())
                .isEqualTo("{\"高い\":\"high\",\"低い\":\"low\"}");
        assertThat(BusyApp.faults(after)).isEmpty();
    }

    @Test
    void formulasKeepTheTextTheyCompareWith() {
        StoredPreview after = change("""
                {"段階": {"options": {"高": {"label": "高い", "index": 0}, "中": {"label": "中", "index": 1},
                   "低": {"label": "低", "index": 2}}}}""");

        assertThat(after.app().json().at("/fields/判定/expression").asString()).contains("段階=\"高\"");
    }

    @Test
    void optionsMayChangeNamesWithEachOther() {
        StoredPreview after = change("""
                {"支援": {"options": {"食事": {"label": "訪問", "index": 0}, "訪問": {"label": "通訳", "index": 1},
                   "通訳": {"label": "食事", "index": 2}}}}""");

        assertThat(after.renames())
                .containsExactly(new OptionRename(new FieldCode("支援"), Map.of("食事", "訪問", "訪問", "通訳", "通訳", "食事")));
    }

    @Test
    void anOptionLeftOutIsGoneAndSoIsItAsADefault() {
        StoredPreview after = change("""
                {"出欠": {"options": {"欠席": {"label": "欠席", "index": 1}, "遅刻": {"label": "遅刻", "index": 0}}}}""");

        assertThat(after.app().json().at("/fields/出欠/defaultValue").asString()).isEqualTo("遅刻");
        assertThat(after.renames()).isEmpty();
    }

    @Test
    void anOptionAConditionNamesCannotBeLeftOut() {
        assertThatThrownBy(() -> change("""
                {"段階": {"options": {"中": {"label": "中", "index": 0}}}}""")).hasMessageContaining("query.UNKNOWN_OPTION");
    }

    @Test
    void twoOptionsCannotHaveOneName() {
        assertThatThrownBy(() -> change("""
                {"段階": {"options": {"高": {"label": "中", "index": 0}, "中": {"label": "中", "index": 1}}}}""")).hasMessageContaining("options.doubled");
    }

    @Test
    void conditionsOfOtherAppsFollow() {
        Renaming renaming =
                new Renaming(new AppId(7), "app_7", Map.of("段階", "level"), List.of(rename("level", "高", "高い")));
        ObjectNode other = BusyApp.object("""
                {"rollups": {"r": {"relatedApp": {"code": "app_7"}, "filterCond": "段階 in (\\"高\\") and 氏名 = \\"高\\""}}}""");

        assertThat(renaming.in(new AppId(8), other).at("/rollups/r/filterCond").asString())
                .isEqualTo("level in (\"高い\") and 氏名 = \"高\"");
    }

    @Test
    void aRenameFollowsTheFieldThatIsRenamedLater() {
        StoredPreview after = change("""
                {"支援": {"code": "support", "options": {"食事": {"label": "配食", "index": 0},
                   "訪問": {"label": "訪問", "index": 1}, "通訳": {"label": "通訳", "index": 2}}}}""");

        assertThat(after.renames().stream().collect(Collectors.toList()))
                .containsExactly(rename("support", "食事", "配食"));
    }

    private static OptionRename rename(String field, String from, String to) {
        return new OptionRename(new FieldCode(field), Map.of(from, to));
    }
}
