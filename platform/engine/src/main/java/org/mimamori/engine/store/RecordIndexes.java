package org.mimamori.engine.store;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bson.Document;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.app.AppId;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.problem.DefinitionProblem;
import org.mimamori.engine.problem.PlatformException;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.record.UniqueViolation;
import org.springframework.dao.DuplicateKeyException;

/** The indexes of all apps' records, those included that one app needs in another's. */
final class RecordIndexes {

    private final Indexes indexes;

    RecordIndexes(MongoAccess mongo) {
        this.indexes = new Indexes(mongo);
    }

    /** @param apps all apps as kept */
    void create(RecordLayout layout, List<Document> apps) {
        try {
            indexes.create(layout.collection(), planned(layout, apps));
        } catch (DuplicateKeyException e) {
            throw refused(layout, e);
        }
    }

    /** Makes those that are rules: no two records may hold the same. */
    void createRules(RecordLayout layout, List<Document> apps) {
        List<IndexSpec> rules = planned(layout, apps).stream()
                .filter(spec -> spec.kind() == IndexSpec.Kind.UNIQUE)
                .toList();
        try {
            indexes.create(layout.collection(), rules);
        } catch (DuplicateKeyException e) {
            throw refused(layout, e);
        }
    }

    /** Those that are not there. */
    List<IndexSpec> missing(RecordLayout layout, List<Document> apps) {
        return indexes.missing(layout.collection(), planned(layout, apps));
    }

    /** Makes one. */
    void create(RecordLayout layout, IndexSpec one) {
        indexes.create(layout.collection(), List.of(one));
    }

    void dropOthers(RecordLayout layout, List<Document> apps) {
        indexes.dropOthers(layout.collection(), planned(layout, apps));
    }

    private static List<IndexSpec> planned(RecordLayout layout, List<Document> apps) {
        List<Demand> demands = new ArrayList<>();
        for (Document other : apps) {
            if (other.getLong("_id") != layout.app().id().value()) {
                AppCodec.demands(other).stream()
                        .filter(demand -> demand.names(layout.app()))
                        .forEach(demands::add);
            }
        }
        return IndexPlan.of(layout, demands);
    }

    /**
     * Makes in other apps what this one looks for there. Their definitions are not at hand, so that a field inside a
     * table has to wait until its own app is prepared or saved.
     *
     * @param many tells the apps with so many records that an index has to wait for a job
     * @return those of them that lack one
     */
    Set<AppId> meet(AppDefinition app, List<Document> apps, Predicate<AppId> many) {
        Set<AppId> lacking = new LinkedHashSet<>();
        for (Demand demand : Demand.of(app)) {
            for (Document other : apps) {
                AppId id = new AppId(other.getLong("_id"));
                if (!id.equals(app.id()) && demand.names(id, other.getString(AppCodec.CODE))) {
                    missing(demand, id, AppCodec.fieldIds(other)).ifPresent(spec -> {
                        if (many.test(id)) {
                            lacking.add(id);
                        } else {
                            indexes.create(RecordLayout.collection(id), List.of(spec));
                        }
                    });
                }
            }
        }
        return lacking;
    }

    private Optional<IndexSpec> missing(Demand demand, AppId app, Map<FieldCode, String> ids) {
        List<IndexSpec.Key> keys = demand.fields().stream()
                .takeWhile(ids::containsKey)
                .map(code -> IndexSpec.Key.ascending(RecordLayout.VALUES + "." + ids.get(code)))
                .toList();
        String collection = RecordLayout.collection(app);
        return keys.isEmpty() || isUnique(collection, keys)
                ? Optional.empty()
                : indexes.missing(collection, List.of(IndexSpec.plain(keys))).stream()
                        .findFirst();
    }

    private boolean isUnique(String collection, List<IndexSpec.Key> keys) {
        String unique = IndexSpec.unique(keys.getFirst().path()).name();
        return keys.size() == 1 && indexes.names(collection).contains(unique);
    }

    private static PlatformException refused(RecordLayout layout, DuplicateKeyException e) {
        UniqueViolation violation = DuplicateKeys.violation(layout, e);
        String fields = violation.key().stream().map(FieldCode::text).collect(Collectors.joining(", "));
        DefinitionProblem problem = DefinitionProblem.of(layout.app().code(), "", "unique.alreadyBroken", fields);
        return new PlatformException(new Problem.DefinitionRefused(List.of(problem)), violation);
    }
}
