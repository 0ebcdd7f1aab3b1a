package org.mimamori.engine.app;

import java.util.ArrayList;
import java.util.List;
import org.mimamori.engine.directory.EntityRef;
import org.mimamori.engine.directory.EntityType;
import org.mimamori.engine.problem.DefinitionProblem;

/**
 * Nobody lends out the rights of another: whoever sets up a webhook can name only himself as its reader. One that is
 * live already, with the same address, reader and events, may stay, whoever brings the definition.
 */
final class WebhookReaders {

    private WebhookReaders() {}

    static List<DefinitionProblem> check(String file, List<Webhook> wanted, List<Webhook> live, EntityRef by) {
        List<DefinitionProblem> found = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            Webhook webhook = wanted.get(i);
            boolean own = by.type() == EntityType.USER && by.code().equals(webhook.reader());
            if (!own && live.stream().noneMatch(old -> covers(old, webhook))) {
                String pointer = Place.ROOT.at("webhooks").at(i).at("reader").pointer();
                found.add(DefinitionProblem.of(file, pointer, "webhook.foreignReader", webhook.reader()));
            }
        }
        return found;
    }

    private static boolean covers(Webhook live, Webhook wanted) {
        return live.url().equals(wanted.url())
                && live.reader().equals(wanted.reader())
                && live.events().containsAll(wanted.events());
    }
}
