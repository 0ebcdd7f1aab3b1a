package org.mimamori.engine.store;

import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.mimamori.engine.app.AppDefinition;
import org.mimamori.engine.problem.Problem;
import org.mimamori.engine.query.Filter;
import org.mimamori.engine.report.Gathered;
import org.mimamori.engine.report.Gathering;
import org.mimamori.engine.report.ReportStore;

/** Groups of records, gathered by the database. */
final class MongoReportStore implements ReportStore {

    private final MongoAccess mongo;

    MongoReportStore(MongoAccess mongo) {
        this.mongo = mongo;
    }

    @Override
    public List<Gathered> gather(AppDefinition app, Filter filter, Gathering gathering) {
        RecordLayout layout = RecordLayout.of(app);
        Document condition = MongoFilter.of(layout, filter);
        if (Logic.isNothing(condition)) {
            return List.of();
        }
        GroupPipeline pipeline = new GroupPipeline(layout, gathering);
        List<Gathered> gathered = new ArrayList<>();
        mongo.run(
                layout.collection(),
                c -> c.aggregate(pipeline.stages(condition)).forEach(group -> gathered.add(pipeline.read(group))));
        if (gathered.size() > Gathering.MOST_GROUPS) {
            throw Problem.BadParameter.of("groups", "tooManyGroups", Gathering.MOST_GROUPS)
                    .asException();
        }
        return gathered;
    }
}
