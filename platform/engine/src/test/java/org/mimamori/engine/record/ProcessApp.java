package org.mimamori.engine.record;

/** The definition of an app of cases with every kind of status and action. */
final class ProcessApp {

    static final String STATES = """
            {"未対応": {"name": "未対応", "index": "0",
              "assignee": {"type": "ONE", "entities": [{"entity": {"type": "FIELD_ENTITY", "code": "作成者"}}]}},
             "対応中": {"name": "対応中", "index": "1", "assignee": {"type": "ONE", "entities": [
               {"entity": {"type": "USER", "code": "nursery01"}}, {"entity": {"type": "GROUP", "code": "nursery_staff"}},
               {"entity": {"type": "USER", "code": "somebody who has left"}}]}},
             "審査中": {"name": "審査中", "index": "2",
              "assignee": {"type": "ALL", "entities": [{"entity": {"type": "FIELD_ENTITY", "code": "担当"}}]}},
             "確認中": {"name": "確認中", "index": "3", "assignee": {"type": "ANY", "entities": [
               {"entity": {"type": "ORGANIZATION", "code": "nursery01"}, "includeSubs": true},
               {"entity": {"type": "ORGANIZATION", "code": "nursery02"}}]}},
             "完了": {"name": "完了", "index": "4", "assignee": {"type": "ONE", "entities": []}}}""";

    static final String ACTIONS = """
            [{"name": "着手", "from": "未対応", "to": "対応中"},
             {"name": "審査へ", "from": "対応中", "to": "審査中"},
             {"name": "承認", "from": "審査中", "to": "完了"},
             {"name": "却下", "from": "審査中", "to": "対応中"},
             {"name": "確認へ", "from": "対応中", "to": "確認中", "filterCond": "結果 != \\"\\"", "type": "PRIMARY"},
             {"name": "確認済", "from": "確認中", "to": "完了"},
             {"name": "差し戻し", "from": "確認中", "to": "対応中"},
             {"name": "取り下げ", "from": "対応中", "to": "完了", "type": "SECONDARY",
              "executableUser": {"entities": [{"entity": {"type": "GROUP", "code": "coordinators"}}]}},
             {"name": "再開", "from": "完了", "to": "対応中"}]""";

    private ProcessApp() {}

    static String json(String code) {
        return json(code, "{\"enable\": true, \"states\": " + STATES + ", \"actions\": " + ACTIONS + "}");
    }

    /** Coordinators may do everything; nurseries no longer edit what is done, nor see what is secret. */
    static String json(String code, String process) {
        return json(code, process, """
                {"filterCond": "ステータス in (\\"完了\\")", "entities": [
                  {"entity": {"type": "GROUP", "code": "coordinators"}, "viewable": true, "editable": true},
                  {"entity": {"type": "GROUP", "code": "everyone"}, "viewable": true}]},""");
    }

    static String json(String code, String process, String rightsByStatus) {
        return """
                {"code": "%s", "name": "ケース",
                 "fields": {
                  "結果": {"type": "SINGLE_LINE_TEXT", "code": "結果", "label": "結果"},
                  "極秘": {"type": "SINGLE_LINE_TEXT", "code": "極秘", "label": "極秘"},
                  "担当": {"type": "USER_SELECT", "code": "担当", "label": "担当"}},
                 "permissions": {
                  "app": {"rights": [
                   {"entity": {"type": "GROUP", "code": "coordinators"}, "appEditable": true, "recordViewable": true,
                    "recordAddable": true, "recordEditable": true, "recordDeletable": true},
                   {"entity": {"type": "GROUP", "code": "everyone"}, "recordViewable": true, "recordAddable": true,
                    "recordEditable": true}]},
                  "record": {"rights": [%s
                   {"filterCond": "極秘 != \\"\\"", "entities": [
                    {"entity": {"type": "GROUP", "code": "coordinators"}, "viewable": true, "editable": true}]}]}},
                 "process": %s}""".formatted(code, rightsByStatus, process);
    }
}
