package org.mimamori.engine.query;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.mimamori.engine.field.FieldCode;
import org.mimamori.engine.field.Value;

/** The corpus, answered by testing each record in memory. */
class QueryCorpusInMemoryTest extends QueryCorpus {

    @Override
    protected List<Long> ids(ResolvedQuery query) {
        QueryScope scope = app().scope();
        Comparator<Function<FieldCode, Value>> order = new RecordOrder(query.sort(), scope::field);
        return app().records().stream()
                .filter(record -> FilterTest.holds(query.filter(), record::value, scope::field))
                .sorted((left, right) -> order.compare(left::value, right::value))
                .skip(query.offset())
                .limit(query.limit())
                .map(CorpusRecord::id)
                .toList();
    }
}
