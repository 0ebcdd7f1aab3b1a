package org.mimamori.api.search;

import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.mimamori.api.wire.Json;
import org.mimamori.api.wire.Names;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.Reply;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.directory.Directory;
import org.mimamori.engine.record.Search;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Search over all apps the caller may see. */
@RestController
final class SearchController {

    private static final int MOST_HITS = 20;
    private static final int MOST_SNIPPETS = 3;

    private final Search search;
    private final Directory directory;

    SearchController(Search search, Directory directory) {
        this.search = search;
        this.directory = directory;
    }

    @PostMapping("/k/v1/search.json")
    Reply search(Actor actor, Parameters parameters, ServerHttpRequest request) {
        Search.Wanted wanted = SearchWish.read(parameters);
        int limit = (int) parameters.number("limit", 1, MOST_HITS, MOST_HITS);
        List<Search.Hit> found =
                SearchWish.wantsRecords(parameters) ? search.find(actor, wanted, limit + 1) : List.of();
        List<Search.Hit> page = found.stream().limit(limit).toList();
        ObjectNode body = Json.object();
        ArrayNode hits = body.putArray("hits");
        Writer writer = new Writer(request.getURI(), new Names(directory, actor.locale()), actor.locale());
        page.forEach(hit -> hits.add(writer.json(hit)));
        if (found.size() > limit) {
            body.put("nextPageToken", SearchWish.token(page.getLast().mark()));
        } else {
            body.putNull("nextPageToken");
        }
        return Reply.of(body);
    }

    /** Writes hits for one caller. */
    private record Writer(URI call, Names names, Locale locale) {

        ObjectNode json(Search.Hit hit) {
            ObjectNode json = Json.object().put("type", "RECORD").put("url", url(hit));
            ArrayNode snippets = json.putArray("snippets");
            hit.matched().stream()
                    .limit(MOST_SNIPPETS)
                    .map(Search.Match::snippet)
                    .forEach(snippets::add);
            ObjectNode record = json.putObject("record")
                    .put("appId", hit.app().id().toString())
                    .put("appName", hit.app().name().in(locale))
                    .put("recordId", Long.toString(hit.record().id()))
                    .put("recordTitle", hit.title());
            if (hit.ownDataShown()) {
                record.put(
                        "createdAt",
                        hit.record().createdAt().truncatedTo(ChronoUnit.SECONDS).toString());
                record.set("creator", names.json(hit.record().creator()));
            } else {
                record.put("createdAt", "");
                record.putObject("creator").put("code", "").put("name", "");
            }
            ArrayNode fields = record.putArray("matchedFields");
            hit.matched()
                    .forEach(match -> fields.addObject()
                            .put("code", match.field().code().text())
                            .put("label", hit.app().labels().of(match.field(), locale)));
            return json;
        }

        private String url(Search.Hit hit) {
            return call.resolve("/apps/" + hit.app().code() + "/" + hit.record().id())
                    .toString();
        }
    }
}
