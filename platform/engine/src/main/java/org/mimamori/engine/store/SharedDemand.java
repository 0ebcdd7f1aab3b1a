package org.mimamori.engine.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What all branches of an "or" demand of the same field. Said once more beside the "or", an index can serve it, where
 * the "or" itself would make a database look at everything.
 */
final class SharedDemand {

    /** A longer list of values costs more than it saves. */
    private static final int MOST = 1000;

    private SharedDemand() {}

    /** Any of the branches; a field that all of them compare with values is compared with all of those values. */
    static Document any(List<Document> branches) {
        Document any = Logic.any(branches);
        if (!any.containsKey("$or")) {
            return any;
        }
        List<Document> kept = any.getList("$or", Document.class);
        Document shared = shared(kept);
        boolean saysAll = shared.size() == 1 && kept.stream().allMatch(branch -> says(branch, shared));
        return saysAll ? shared : Logic.all(List.of(shared, any));
    }

    /** Whether the branch demands nothing but the shared field. */
    private static boolean says(Document branch, Document shared) {
        return branch.keySet().equals(shared.keySet());
    }

    private static Document shared(List<Document> branches) {
        Map<String, Set<@Nullable Object>> values = demands(branches.getFirst());
        for (Document branch : branches.subList(1, branches.size())) {
            Map<String, Set<@Nullable Object>> more = demands(branch);
            values.keySet().retainAll(more.keySet());
            values.forEach((path, of) -> of.addAll(more.getOrDefault(path, Set.of())));
        }
        Document shared = new Document();
        values.forEach((path, of) -> {
            if (of.size() <= MOST) {
                shared.append(path, of.size() == 1 ? of.iterator().next() : new Document("$in", new ArrayList<>(of)));
            }
        });
        return shared;
    }

    /** Fields the branch compares with one value or with some, and those values. */
    private static Map<String, Set<@Nullable Object>> demands(Document branch) {
        Map<String, Set<@Nullable Object>> demands = new LinkedHashMap<>();
        branch.forEach((path, test) -> {
            if (path.equals("$and")) {
                branch.getList(path, Document.class)
                        .forEach(part -> demands(part).forEach(demands::putIfAbsent));
            } else if (!path.startsWith("$") && !path.equals(RecordLayout.GRAMS)) {
                Set<@Nullable Object> values = values(test);
                if (!values.isEmpty()) {
                    demands.putIfAbsent(path, values);
                }
            }
        });
        return demands;
    }

    private static Set<@Nullable Object> values(@Nullable Object test) {
        Set<@Nullable Object> values = new LinkedHashSet<>();
        if (!(test instanceof Document operators)) {
            values.add(test);
        } else if (operators.size() == 1 && operators.containsKey("$in")) {
            values.addAll(operators.getList("$in", Object.class));
        }
        return values;
    }
}
