package org.mimamori.embedded.update;

import java.time.Clock;
import java.util.List;
import org.bson.Document;
import org.mimamori.embedded.CommandException;
import org.mimamori.embedded.expression.Scope;
import org.mimamori.embedded.pipeline.DocumentStages;

/** A change computed from the document itself by aggregation stages. */
record PipelineUpdate(DocumentStages stages, Clock clock) implements Update {

    static Update of(List<?> pipeline, Clock clock) {
        return new PipelineUpdate(DocumentStages.parse(pipeline), clock);
    }

    @Override
    public Document apply(Document before, Target target) {
        Document after = stages.apply(before, Scope.EMPTY.at(clock.instant()));
        if (!after.containsKey("_id") && before.containsKey("_id")) {
            throw new CommandException(66, "ImmutableField", "a pipeline update may not remove the _id");
        }
        Update.requireSameId(before, after);
        return after;
    }
}
