package org.mimamori.api.record;

import java.util.ArrayList;
import java.util.List;
import org.mimamori.api.error.CallException;
import org.mimamori.api.error.ErrorId;
import org.mimamori.api.error.Explainer;
import org.mimamori.api.error.Explanation;
import org.mimamori.api.wire.Explanations;
import org.mimamori.api.wire.Json;
import org.mimamori.api.wire.Parameters;
import org.mimamori.api.wire.Reply;
import org.mimamori.engine.change.Transactions;
import org.mimamori.engine.directory.Actor;
import org.mimamori.engine.problem.PlatformException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Several writing calls in one transaction, across apps: all of them happen or none. */
@RestController
final class BulkController {

    /** kintone's limit. */
    private static final int MOST_REQUESTS = 20;

    private final BulkCalls calls;
    private final Transactions transactions;
    private final Explainer explainer;
    private final Explanations explanations;

    BulkController(BulkCalls calls, Transactions transactions, Explainer explainer, Explanations explanations) {
        this.calls = calls;
        this.transactions = transactions;
        this.explainer = explainer;
        this.explanations = explanations;
    }

    @PostMapping("/k/v1/bulkRequest.json")
    Reply run(Actor actor, Parameters parameters) {
        List<Parameters> requests = parameters.require("requests").objects("requests");
        if (requests.size() > MOST_REQUESTS) {
            throw parameters.refuse("requests", "tooMany", MOST_REQUESTS);
        }
        List<BulkCalls.Call> wanted =
                requests.stream().map(request -> calls.read(actor, request)).toList();
        try {
            List<Reply> replies = transactions.run(() -> runAll(wanted));
            return Reply.write(out -> {
                out.writeStartObject();
                out.writeName("results");
                out.writeStartArray();
                replies.forEach(reply -> out.writeRawValue(reply.text()));
                out.writeEndArray();
                out.writeEndObject();
            });
        } catch (BulkFailure failure) {
            return failed(wanted, failure);
        }
    }

    private static List<Reply> runAll(List<BulkCalls.Call> wanted) {
        List<Reply> replies = new ArrayList<>();
        for (BulkCalls.Call call : wanted) {
            try {
                replies.add(call.run());
            } catch (PlatformException | CallException e) {
                throw new BulkFailure(replies.size(), e);
            }
        }
        return replies;
    }

    /** The failing call's error in its place, and empty objects for all others. */
    private Reply failed(List<BulkCalls.Call> wanted, BulkFailure failure) {
        Explanation explanation = explain(wanted.get(failure.index()), failure);
        var body = Json.object();
        var results = body.putArray("results");
        for (int i = 0; i < wanted.size(); i++) {
            results.add(i == failure.index() ? explanation.json(ErrorId.fresh()) : Json.object());
        }
        return Reply.of(explanation.status(), body);
    }

    private Explanation explain(BulkCalls.Call call, BulkFailure failure) {
        return switch (failure.reason()) {
            case PlatformException e -> explanations.of(e.problem(), call.actor(), call.payload());
            case CallException e -> explainer.explain(e.problem(), call.actor().locale());
            default -> throw failure;
        };
    }
}
