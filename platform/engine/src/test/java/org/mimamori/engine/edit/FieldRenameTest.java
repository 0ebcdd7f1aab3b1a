package org.mimamori.engine.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.app.StoredPreview;
import org.mimamori.engine.field.Field;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.FieldTypes;
import org.mimamori.engine.field.RelatedApp;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.query.QueryRewrite;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Renaming codes carries to every mention of them. */
class FieldRenameTest {

    private final FieldsEdit edit = new FieldsEdit(FieldTypes.standard());
    private final StoredPreview before = BusyApp.preview();

    private StoredPreview renamed(StoredPreview from, Map<String, String> codes) {
        ObjectNode properties = new JsonMapper().createObjectNode();
        AppDefinition app = BusyApp.compiled(from);
        codes.forEach((old, now) -> app.fields()
                .tableOf(new FieldCode(old))
                .map(table -> properties.withObjectProperty(table.text()).withObjectProperty("fields"))
                .orElse(properties)
                .withObjectProperty(old)
                .put("code", now));
        return BusyApp.edited(from, e -> edit.change(e, properties));
    }

    private static Map<String, String> all(AppDefinition app, String prefix) {
        return Stream.concat(
                        app.fields().all().map(Field::code),
                        app.groups().stream().map(group -> group.code()))
                .map(FieldCode::text)
                .collect(Collectors.toMap(code -> code, code -> prefix + code));
    }

    @Test
    void theBusyAppIsSoundAndMentionsFieldsEverywhere() {
        assertThat(BusyApp.faults(before)).isEmpty();
        assertThat(mentions(before.app().json())).hasSizeGreaterThan(60);
    }

    @Test
    void everyMentionFollowsWhenEveryCodeChangesAtOnce() {
        Map<String, String> codes = all(BusyApp.compiled(before), "new_");

        StoredPreview after = renamed(before, codes);

        assertThat(BusyApp.faults(after)).isEmpty();
        List<String> mentioned = mentions(after.app().json());
        assertThat(mentioned).hasSameSizeAs(mentions(before.app().json()));
        assertThat(mentioned).allMatch(code -> code.startsWith("new_") || code.equals("休み"));
        assertThat(BusyApp.compiled(after).formulas().isEmpty()).isFalse();
    }

    @Test
    void renamingBackGivesTheSameDefinitionAgain() {
        Map<String, String> codes = all(BusyApp.compiled(before), "new_");
        StoredPreview after = renamed(before, codes);

        StoredPreview back = renamed(
                after, codes.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey)));

        assertThat(without(back.app().json(), "fields"))
                .isEqualTo(without(before.app().json(), "fields"));
        assertThat(back.app().fieldIds()).isEqualTo(before.app().fieldIds());
        before.app()
                .json()
                .path("fields")
                .properties()
                .forEach(field -> assertThat(back.app()
                                .json()
                                .path("fields")
                                .path(field.getKey())
                                .path("code"))
                        .isEqualTo(field.getValue().path("code")));
    }

    private static ObjectNode without(ObjectNode json, String part) {
        ObjectNode copy = json.deepCopy();
        copy.remove(part);
        return copy;
    }

    @Test
    void twoFieldsMayChangeCodesWithEachOther() {
        StoredPreview after = renamed(before, Map.of("出欠", "段階", "段階", "出欠"));

        Map<FieldCode, String> ids = before.app().fieldIds();
        assertThat(after.app().fieldIds())
                .containsEntry(new FieldCode("段階"), ids.get(new FieldCode("出欠")))
                .containsEntry(new FieldCode("出欠"), ids.get(new FieldCode("段階")));
        assertThat(BusyApp.compiled(after)
                        .field(new FieldCode("段階"))
                        .orElseThrow()
                        .type())
                .isEqualTo("RADIO_BUTTON");
        assertThat(after.app().json().at("/rules/0/when").asString()).isEqualTo("段階 in (\"欠席\")");
        assertThat(BusyApp.faults(after)).isEmpty();
    }

    @Test
    void textThatOnlyLooksLikeACodeStays() {
        StoredPreview after = renamed(before, Map.of("段階", "level", "日付", "day"));

        JsonNode json = after.app().json();
        assertThat(json.at("/fields/判定/expression").asString())
                .isEqualTo("IF( level=\"高\" , \"段階\", DATE_FORMAT(day,\"YYYY\",\"system\")) & 休み");
        assertThat(json.at("/views/気になる/filterCond").asString())
                .isEqualTo("level in (\"高\", \"中\") and (担当者 in (LOGINUSER()) or 様子 like \"段階\")");
        assertThat(json.at("/fields/兄姉/lookup/filterCond").asString()).isEqualTo("level in (\"高\") and 氏名 != \"段階\"");
    }

    @Test
    void aCodeThatIsTakenIsRefused() {
        for (String taken : List.of("氏名", "面談_氏名", "作成者", "休み", "基本情報")) {
            assertThatThrownBy(() -> renamed(before, Map.of("段階", taken)))
                    .as(taken)
                    .isInstanceOf(PlatformException.class)
                    .hasMessageContaining("field.duplicateCode");
        }
    }

    @Test
    void aDateThatARollUpComparesInBothAppsCannotChangeInOneAlone() {
        StoredPreview other = BusyApp.edited(
                before, e -> ((ObjectNode) e.json().at("/rollups/休み/relatedApp")).put("code", "other_app"));

        assertThatThrownBy(() -> renamed(other, Map.of("日付", "day")))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("field.inUse");
    }

    @Test
    void aDefinitionOfAnotherAppFollowsToo() {
        Renaming renaming = new Renaming(new AppId(7), "app_7", Map.of("氏名", "name", "段階", "level"), List.of());
        ObjectNode other = BusyApp.object("""
                {"fields": {
                   "氏名": {"type": "SINGLE_LINE_TEXT", "code": "氏名", "label": "氏名",
                     "lookup": {"relatedApp": {"app": 7}, "relatedKeyField": "氏名",
                       "fieldMappings": [{"field": "段階", "relatedField": "段階"}],
                       "lookupPickerFields": ["氏名"], "filterCond": "段階 in (\\"高\\")", "sort": "氏名 asc"}},
                   "段階": {"type": "SINGLE_LINE_TEXT", "code": "段階", "label": "段階"}},
                 "views": {"v": {"type": "LIST", "fields": ["氏名"], "filterCond": "氏名 = \\"x\\""}}}""");

        ObjectNode after = renaming.in(new AppId(8), other);

        assertThat(after.at("/fields/氏名/lookup")).isEqualTo(BusyApp.object("""
                {"relatedApp": {"app": 7}, "relatedKeyField": "name",
                 "fieldMappings": [{"field": "段階", "relatedField": "level"}],
                 "lookupPickerFields": ["name"], "filterCond": "level in (\\"高\\")", "sort": "name asc"}"""));
        assertThat(after.path("views")).isEqualTo(other.path("views"));
        assertThat(new Renaming(new AppId(9), "app_9", Map.of("氏名", "name"), List.of()).in(new AppId(8), other))
                .isSameAs(other);
    }

    /** Every code mentioned anywhere but in a formula. */
    private static List<String> mentions(ObjectNode json) {
        List<String> found = new ArrayList<>();
        Mentions.visit(json.deepCopy(), new Mentions.Visitor() {
            @Override
            public String code(String place, @Nullable RelatedApp app, String code) {
                if (app == null || app.code().equals("app_7")) {
                    found.add(code);
                }
                return code;
            }

            @Override
            public String condition(String place, @Nullable RelatedApp app, String condition) {
                found.addAll(QueryRewrite.tested(condition));
                return condition;
            }

            @Override
            public String order(String place, @Nullable RelatedApp app, String order) {
                if (app == null || app.code().equals("app_7")) {
                    found.addAll(QueryRewrite.orderedBy(order));
                }
                return order;
            }

            @Override
            public String formula(String place, String formula) {
                return formula;
            }

            @Override
            public void split(String place, String code) {}
        });
        return found;
    }
}
