package org.mimamori.api.app;

import org.mimamori.api.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/** The process kintone offers to who switches one on and says no more: not started, in progress, completed. */
final class DefaultProcess {

    private DefaultProcess() {}

    static void into(ObjectNode process, String language) {
        boolean ja = language.equals("ja");
        String first = ja ? "未処理" : "Not started";
        String second = ja ? "処理中" : "In progress";
        String last = ja ? "完了" : "Completed";
        ObjectNode states = process.putObject("states");
        states.set(first, status(first, "0"));
        states.set(second, status(second, "1"));
        ObjectNode completed = status(last, "2");
        completed.putObject("assignee").put("type", "ONE").putArray("entities");
        states.set(last, completed);
        process.putArray("actions")
                .add(action(ja ? "処理開始" : "Start", first, second))
                .add(action(ja ? "完了する" : "Complete", second, last));
    }

    private static ObjectNode status(String name, String index) {
        return Json.object().put("name", name).put("index", index);
    }

    private static ObjectNode action(String name, String from, String to) {
        return Json.object().put("name", name).put("from", from).put("to", to).put("filterCond", "");
    }
}
