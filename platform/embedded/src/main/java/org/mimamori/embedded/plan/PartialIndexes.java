package org.mimamori.embedded.plan;

import java.util.Map;
import org.bson.Document;
import org.mimamori.embedded.filter.ValueTest;
import org.mimamori.embedded.order.ValueOrder;
import org.mimamori.embedded.store.IndexDefinition;

/** Decides whether an index that leaves records out still holds every match. */
final class PartialIndexes {

    private PartialIndexes() {}

    static boolean serves(IndexDefinition definition, Constraints constraints) {
        if (definition.sparse()
                && definition.parts().stream().noneMatch(part -> constraints.demandsPresence(part.path()))) {
            return false;
        }
        return definition.partial() == null || implied(definition.partial(), constraints);
    }

    private static boolean implied(Document partial, Constraints constraints) {
        for (Map.Entry<String, Object> entry : partial.entrySet()) {
            Object wanted = entry.getValue();
            boolean exists = new Document("$exists", true).equals(wanted);
            boolean demanded = exists
                    ? constraints.demandsPresence(entry.getKey())
                    : constraints.on(entry.getKey()).stream()
                            .anyMatch(demand -> demand.except() == null
                                    && demand.test() instanceof ValueTest.Equal equal
                                    && ValueOrder.equal(equal.operand(), wanted));
            if (!demanded) {
                return false;
            }
        }
        return true;
    }
}
