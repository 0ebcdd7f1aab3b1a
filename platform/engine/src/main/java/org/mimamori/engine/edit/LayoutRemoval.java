package org.mimamori.engine.edit;

import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Takes deleted fields out of a layout. A row that held nothing else goes with them; rows of a deleted group stay. */
final class LayoutRemoval {

    private final Set<String> gone;

    LayoutRemoval(Set<String> gone) {
        this.gone = gone;
    }

    void run(ArrayNode items) {
        for (int i = items.size() - 1; i >= 0; i--) {
            JsonNode item = items.get(i);
            boolean dropped = gone.contains(item.path("code").asString(""));
            if (item.get("layout") instanceof ArrayNode rows) {
                run(rows);
                if (dropped) {
                    items.remove(i);
                    for (int row = rows.size() - 1; row >= 0; row--) {
                        items.insert(i, rows.get(row));
                    }
                }
            } else if (dropped || item.get("fields") instanceof ArrayNode cells && emptied(cells)) {
                items.remove(i);
            }
        }
    }

    private boolean emptied(ArrayNode cells) {
        boolean held = !cells.isEmpty();
        for (int i = cells.size() - 1; i >= 0; i--) {
            if (gone.contains(cells.get(i).path("code").asString(""))) {
                cells.remove(i);
            }
        }
        return held && cells.isEmpty();
    }
}
