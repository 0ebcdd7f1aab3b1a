package org.mimamori.engine.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mimamori.engine.surface.Plain.News;
import org.mimamori.engine.surface.Plain.Rec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What webhooks send that read with the person's rights: nothing of what the person may not see. */
final class WebhookSurface implements Surface {

    @Override
    public void check(Scene scene) {
        scene.round().news().forEach(news -> scene.knowSeen(news.record()));
        List<ObjectNode> sent = scene.round().sent().getOrDefault(scene.person.code(), List.of());
        sent.forEach(message -> scene.requireNoLeak(message.toString()));
        List<String> surely = new ArrayList<>();
        List<String> perhaps = new ArrayList<>();
        for (News news : scene.round().news()) {
            if (sends(scene, news)) {
                boolean unsure = news.kind().equals("DELETE_RECORD")
                        && scene.rules().asksForCreator(scene.app(news.record().app));
                (unsure ? perhaps : surely).add(expected(scene, news));
            }
        }
        List<String> got =
                new ArrayList<>(sent.stream().map(WebhookSurface::plain).toList());
        got.removeIf(perhaps::contains);
        assertThat(got).as("sent for %s", scene.person.code()).containsExactlyInAnyOrderElementsOf(surely);
    }

    private static boolean sends(Scene scene, News news) {
        Rec record = news.record();
        if (scene.seen(record).isEmpty()) {
            return false;
        }
        return switch (news.kind()) {
            case "UPDATE_RECORD" -> scene.rules().readsAny(scene.person, scene.app(record.app), record, news.fields());
            case "UPDATE_STATUS" -> scene.shows(record, Forms.STATUS);
            default -> true;
        };
    }

    private static String expected(Scene scene, News news) {
        Rec record = news.record();
        String id = record.app + record.id;
        return news.kind() + " "
                + switch (news.kind()) {
                    case "DELETE_RECORD" -> id;
                    case "ADD_RECORD_COMMENT" -> id + " " + news.text();
                    default -> {
                        Map<String, String> values = new TreeMap<>();
                        Scene.values(scene.seen(record).orElseThrow())
                                .forEach((field, value) -> values.put(field, value.toString()));
                        values.put("$id", id);
                        yield values;
                    }
                };
    }

    private static String plain(ObjectNode message) {
        String kind = message.path("type").asString();
        String id = message.path("app").path("name").asString()
                + message.path("recordId").asString("");
        return kind + " "
                + switch (kind) {
                    case "DELETE_RECORD" -> id;
                    case "ADD_RECORD_COMMENT" ->
                        id + " " + message.path("comment").path("text").asString();
                    default -> values(message.path("record"));
                };
    }

    private static Map<String, String> values(JsonNode record) {
        Map<String, String> values = new TreeMap<>();
        record.properties()
                .forEach(entry -> values.put(entry.getKey(), entry.getValue().asString()));
        return values;
    }
}
