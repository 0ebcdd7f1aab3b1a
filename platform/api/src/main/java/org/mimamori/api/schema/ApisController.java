package org.mimamori.api.schema;

import java.net.URI;
import org.mimamori.api.error.CallProblem;
import org.mimamori.api.wire.Json;
import org.mimamori.api.wire.Reply;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Which calls there are. For programs that are not signed in too: it is the same everywhere. */
@RestController
@RequestMapping("/k/v1")
final class ApisController {

    private static final String JSON = ".json";

    private final ServedCalls calls;
    private final CallDescriptions descriptions = new CallDescriptions();

    ApisController(ServedCalls calls) {
        this.calls = calls;
    }

    @GetMapping("/apis.json")
    Reply list(ServerHttpRequest request) {
        ObjectNode body = Json.object().put("baseUrl", baseUrl(request));
        ObjectNode apis = body.putObject("apis");
        calls.all().keySet().forEach(key -> apis.putObject(key).put("link", "apis/" + key + JSON));
        return Reply.of(body);
    }

    @GetMapping("/apis/{*call}")
    Reply describe(@PathVariable("call") String path, ServerHttpRequest request) {
        String key = path.endsWith(JSON) ? path.substring(1, path.length() - JSON.length()) : "";
        ServedCalls.Call call =
                calls.find(key).orElseThrow(() -> new CallProblem.UnknownPath("/k/v1/apis" + path).asException());
        CallDescriptions.Description description = descriptions.of(key);
        ObjectNode body = Json.object()
                .put("id", key)
                .put("baseUrl", baseUrl(request))
                .put("path", call.name() + JSON)
                .put("httpMethod", call.method().name());
        body.set("request", description.request());
        body.set("response", description.response());
        body.putObject("schemas");
        return Reply.of(body);
    }

    /** Where the calls are, as the caller reached this one; a proxy in front says it with forwarded headers. */
    private static String baseUrl(ServerHttpRequest request) {
        URI uri = request.getURI();
        String text = uri.toString();
        return text.substring(0, text.indexOf("/k/v1/") + "/k/v1/".length());
    }
}
